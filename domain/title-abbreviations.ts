/** Abbreviations of job titles, by what they stand for; several meanings are not told apart, the most common one is taken. */
const table = `
registered nurse: rn
licensed practical nurse: lpn lvn lpns
certified nursing assistant: cna stna gna lna
nurse practitioner: np aprn fnp pmhnp
certified registered nurse anesthetist: crna
certified nurse midwife: cnm
clinical nurse specialist: cns
medical doctor: md
emergency medical technician: emt aemt
physical therapist: dpt
physical therapist assistant: pta lpta
occupational therapist: ot
occupational therapy assistant: cota
speech language pathologist: slp
speech language pathologist assistant: slpa
registered respiratory therapist: rrt crt
board certified behavior analyst: bcba bcaba
registered behavior technician: rbt
direct support professional: dsp
home health aide: hha
personal care aide: pcw
patient care technician: pct
personal care assistant: pca
medical assistant: cma rma
licensed clinical social worker: lcsw
social worker: msw lmsw bsw lsw
mental health counselor: lmhc lpc lcpc
marriage family therapist: lmft mft
massage therapist: lmt
certified dental assistant: cda
medical coder: cpc
intensive care unit: icu
emergency room: er
medical surgical: medsurg
medical: med
surgical: surg
certified public accountant: cpa
financial planning analysis: fpa
accountant: acctant
accounting: acctg acct acctng
chief executive officer: ceo
chief financial officer: cfo
chief technology officer: cto
chief operating officer: coo
chief marketing officer: cmo
chief information officer: cio
chief information security officer: ciso
chief human resources officer: chro
chief product officer: cpo
chief revenue officer: cro
general manager: gm
public relations: pr
software engineer: swe sde sdet
site reliability engineer: sre
database administrator: dba
business intelligence: bi
customer success manager: csm
sales development representative: sdr
business development representative: bdr
account executive: ae
customer service representative: csr
customer relationship management: crm
business operations: bizops
revenue operations: revops
search engine optimization: seo sem
anti money laundering: aml
project management professional: pmp
heating ventilation air conditioning: hvac hvacr
commercial driver license: cdl
over the road: otr
numerical control: cnc
automotive: auto
physician assistant: pac
neonatal intensive care unit: nicu
obstetrics: ob
gynecology: gyn obgyn
english second language: esl
special education: sped
physical education: pe
kindergarten: kinder
manager: mgr mngr mgmt
assistant: asst ast
associate: assoc
coordinator: coord
director: dir
supervisor: supv supvr sup supe
superintendent: supt
engineer: engr eng
engineering: engrg
technician: tech techs
technologist: technol
representative: rep reps
administrative: admin
secretary: sec
executive: exec
developer: dev
operations: ops
operator: op oper opr
information security: infosec
mechanical: mech
rehabilitation: rehab
transportation security: tsa
environmental: env envir
information: info
communications: comms
education: edu educ
production: prod
building: bldg
elementary: elem
processing: proc
chemical: chem
pediatric: peds pedi
orthopedic: ortho
oncology: onc
university: univ
structural: struct
maintenance: maint
manufacturing: mfg
electrical: elec elect
department: dept
government: govt
certified: cert
licensed: lic
international: intl
marketing: mktg mktng
purchasing: purch
warehouse: whse wh
customer: cust
service: svc svcs serv
specialist: spclst spec
professor: prof profs
pharmacy: pharm
radiologic: rad
veterinary: vet
psychiatric: psych
laboratory: lab labs
apartment: apt
construction: constr
equipment: equip
infrastructure: infra
application: app apps
development: devt
research: rsch
therapist: ther
physician: phys
president: pres
vp: svp evp avp
devops: devsecops
system administrator: sysadmin
officer: ofcr
advertisement: ad ads adverts
`;

/** Words that an abbreviation stands for, by abbreviation. */
export const abbreviations: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [words = "", short = ""] = line.split(":");
      return short
        .trim()
        .split(" ")
        .filter((one) => one !== "")
        .map((one) => [one, words.split(" ")] as const);
    }),
);
