import type { DatasetId } from "@/data/sources";
import { readAreas } from "./area";
import { readPriceLevels } from "./bea";
import { readAreaCounties } from "./census-areas";
import { readAge, readPeople } from "./cps";
import { readCrosswalks } from "./crosswalk";
import type { Reader } from "./dataset";
import { readEducationHeld, readEntry, readProjections, readReasons, readSeparations } from "./ep";
import { readMetro, readNational, readNonmetro, readSector, readState, readTerritory } from "./oews";
import { readActivities, readEducation, readRelated, readTechnology, readTexts, readTitles } from "./onet";
import { readKnowledge, readSkills } from "./rating";
import { readPairs, readRoles, readSeedFigures, readSeedSkills } from "./role";
import { readDefinitions, readDirectMatches, readStructure } from "./soc";
import { readZips } from "./zip";

/** How each data set is read from its files. */
export const readers: Record<DatasetId, Reader> = {
  "soc-structure": readStructure,
  "soc-titles": readDirectMatches,
  "soc-definitions": readDefinitions,
  areas: readAreas,
  "area-counties": readAreaCounties,
  "price-levels": readPriceLevels,
  zips: readZips,
  "oews-national-2021": readNational(2021),
  "oews-national-2022": readNational(2022),
  "oews-national-2023": readNational(2023),
  "oews-national-2024": readNational(2024),
  "oews-national-2025": readNational(2025),
  "oews-national-2026": readNational(2026),
  "oews-national-2027": readNational(2027),
  "oews-national-2028": readNational(2028),
  "oews-national-2029": readNational(2029),
  "oews-national-2030": readNational(2030),
  "oews-state": readState,
  "oews-metro": readMetro,
  "oews-nonmetro": readNonmetro,
  "oews-territory": readTerritory,
  "oews-sector": readSector,
  "ep-employment": readProjections,
  "ep-separations": readSeparations,
  "ep-education-held": readEducationHeld,
  "ep-entry": readEntry,
  "ep-reasons": readReasons,
  "cps-age": readAge,
  "cps-people": readPeople,
  "onet-titles": readTitles,
  "onet-activities": readActivities,
  "onet-technology": readTechnology,
  "onet-related": readRelated,
  "onet-education": readEducation,
  "onet-skills": readSkills,
  "onet-knowledge": readKnowledge,
  "onet-texts": readTexts,
  crosswalks: readCrosswalks,
  roles: readRoles,
  "seed-figures": readSeedFigures,
  "seed-skills": readSeedSkills,
  pairs: readPairs,
};
