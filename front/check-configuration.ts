import { faultsText, settingFaults } from "./configuration";

// Before any other module reads a setting: each would stop at the first that is wrong, in words of its own.
const faults = settingFaults(process.env);
if (faults.length > 0) {
  console.error(faultsText(faults));
  process.exit(1);
}
