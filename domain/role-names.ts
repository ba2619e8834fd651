/**
 * Occupations whose name the rule in role.ts does not get right: official title → plural, and the singular
 * where it does not follow from the plural.
 */
export const handNames: Readonly<Record<string, readonly [plural: string, singular?: string]>> = {
  "Education and Childcare Administrators, Preschool and Daycare": ["preschool and daycare administrators"],
  "Education Administrators, Kindergarten through Secondary": [
    "education administrators for kindergarten through secondary school",
  ],
  "Buyers and Purchasing Agents, Farm Products": ["farm product buyers and purchasing agents"],
  "Insurance Appraisers, Auto Damage": ["auto damage insurance appraisers"],
  "Tax Examiners and Collectors, and Revenue Agents": ["tax examiners, tax collectors and revenue agents"],
  "Computer Occupations, All Other": ["computer workers not listed elsewhere"],
  "Mathematical Science Occupations, All Other": ["mathematical science workers not listed elsewhere"],
  "Engineering Technologists and Technicians, Except Drafters, All Other": [
    "engineering technologists and technicians not listed elsewhere (except drafters)",
  ],
  Clergy: ["clergy members"],
  "Directors, Religious Activities and Education": ["directors of religious activities and education"],
  "Special Education Teachers, Preschool": ["preschool special education teachers"],
  "Special Education Teachers, Kindergarten and Elementary School": [
    "kindergarten and elementary school special education teachers",
  ],
  "Special Education Teachers, Kindergarten": ["kindergarten special education teachers"],
  "Special Education Teachers, Elementary School": ["elementary school special education teachers"],
  "Substitute Teachers, Short-Term": ["short-term substitute teachers"],
  "Teaching Assistants, Preschool, Elementary, Middle, and Secondary School, Except Special Education": [
    "preschool, elementary, middle and secondary school teaching assistants (except special education)",
  ],
  "Entertainers and Performers, Sports and Related Workers, All Other": [
    "entertainers, performers, sports workers and related workers not listed elsewhere",
  ],
  "Camera Operators, Television, Video, and Film": ["television, video and film camera operators"],
  "Dentists, All Other Specialists": ["dental specialists not listed elsewhere"],
  "Physicians, Pathologists": ["physician pathologists"],
  "Licensed Practical and Licensed Vocational Nurses": [
    "licensed practical and licensed vocational nurses",
    "licensed practical or licensed vocational nurse",
  ],
  "Opticians, Dispensing": ["dispensing opticians"],
  "Transit and Railroad Police": ["transit and railroad police officers"],
  "Lifeguards, Ski Patrol, and Other Recreational Protective Service Workers": [
    "lifeguards, ski patrollers and other recreational protective service workers",
  ],
  "Food Servers, Nonrestaurant": ["nonrestaurant food servers"],
  "Hosts and Hostesses, Restaurant, Lounge, and Coffee Shop": [
    "restaurant, lounge and coffee shop hosts and hostesses",
  ],
  "Pesticide Handlers, Sprayers, and Applicators, Vegetation": [
    "vegetation pesticide handlers, sprayers and applicators",
  ],
  "Makeup Artists, Theatrical and Performance": ["theatrical and performance makeup artists"],
  "Sales Representatives, Wholesale and Manufacturing, Technical and Scientific Products": [
    "wholesale and manufacturing sales representatives for technical and scientific products",
  ],
  "Sales Representatives, Wholesale and Manufacturing, Except Technical and Scientific Products": [
    "wholesale and manufacturing sales representatives (except technical and scientific products)",
  ],
  "Door-to-Door Sales Workers, News and Street Vendors, and Related Workers": [
    "door-to-door sales workers, news vendors, street vendors and related workers",
  ],
  "Eligibility Interviewers, Government Programs": ["government program eligibility interviewers"],
  "Library Assistants, Clerical": ["clerical library assistants"],
  "Meter Readers, Utilities": ["utility meter readers"],
  "Weighers, Measurers, Checkers, and Samplers, Recordkeeping": [
    "recordkeeping weighers, measurers, checkers and samplers",
  ],
  // One person answers to both names, so "and" stays in the singular.
  "Executive Secretaries and Executive Administrative Assistants": [
    "executive secretaries and executive administrative assistants",
    "executive secretary and executive administrative assistant",
  ],
  "Legal Secretaries and Administrative Assistants": [
    "legal secretaries and administrative assistants",
    "legal secretary and administrative assistant",
  ],
  "Medical Secretaries and Administrative Assistants": [
    "medical secretaries and administrative assistants",
    "medical secretary and administrative assistant",
  ],
  "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive": [
    "secretaries and administrative assistants (except legal, medical and executive)",
    "secretary and administrative assistant (except legal, medical and executive)",
  ],
  "Graders and Sorters, Agricultural Products": ["agricultural product graders and sorters"],
  "Farmworkers and Laborers, Crop, Nursery, and Greenhouse": [
    "crop, nursery and greenhouse farmworkers and laborers",
  ],
  "Farmworkers, Farm, Ranch, and Aquacultural Animals": ["farm, ranch and aquacultural animal farmworkers"],
  "Insulation Workers, Floor, Ceiling, and Wall": ["floor, ceiling and wall insulation workers"],
  "Insulation Workers, Mechanical": ["mechanical insulation workers"],
  "Painters, Construction and Maintenance": ["construction and maintenance painters"],
  "Helpers--Carpenters": ["carpenter helpers"],
  "Helpers--Electricians": ["electrician helpers"],
  "Helpers--Roofers": ["roofer helpers"],
  "Helpers--Extraction Workers": ["extraction worker helpers"],
  "Helpers--Production Workers": ["production worker helpers"],
  "Helpers, Construction Trades, All Other": ["construction trades helpers not listed elsewhere"],
  "Excavating and Loading Machine and Dragline Operators, Surface Mining": [
    "surface mining excavating and loading machine and dragline operators",
  ],
  "Loading and Moving Machine Operators, Underground Mining": [
    "underground mining loading and moving machine operators",
  ],
  "Rock Splitters, Quarry": ["quarry rock splitters"],
  "Electrical and Electronics Installers and Repairers, Transportation Equipment": [
    "electrical and electronics installers and repairers for transportation equipment",
  ],
  "Electrical and Electronics Repairers, Commercial and Industrial Equipment": [
    "electrical and electronics repairers for commercial and industrial equipment",
  ],
  "Electrical and Electronics Repairers, Powerhouse, Substation, and Relay": [
    "electrical and electronics repairers for powerhouses, substations and relays",
  ],
  "Electronic Equipment Installers and Repairers, Motor Vehicles": [
    "electronic equipment installers and repairers for motor vehicles",
  ],
  "Maintenance Workers, Machinery": ["machinery maintenance workers"],
  "Model Makers, Metal and Plastic": ["metal and plastic model makers"],
  "Patternmakers, Metal and Plastic": ["metal and plastic patternmakers"],
  "Layout Workers, Metal and Plastic": ["metal and plastic layout workers"],
  "Foundry Mold and Coremakers": ["foundry mold makers and coremakers"],
  "Pressers, Textile, Garment, and Related Materials": ["pressers of textile, garment and related materials"],
  "Extruding and Forming Machine Setters, Operators, and Tenders, Synthetic and Glass Fibers": [
    "extruding and forming machine setters, operators and tenders for synthetic and glass fibers",
  ],
  "Sawing Machine Setters, Operators, and Tenders, Wood": [
    "sawing machine setters, operators and tenders for wood",
  ],
  "First-Line Supervisors of Helpers, Laborers, and Material Movers, Hand": [
    "first-line supervisors of helpers, laborers and hand material movers",
  ],
  "Bus Drivers, School": ["school bus drivers"],
  "Bus Drivers, Transit and Intercity": ["transit and intercity bus drivers"],
  "Laborers and Freight, Stock, and Material Movers, Hand": [
    "laborers and hand freight, stock and material movers",
  ],
  "First-Line Supervisors of Weapons Specialists/Crew Members": [
    "first-line supervisors of weapons specialists and crew members",
  ],
  "First-Line Supervisors of All Other Tactical Operations Specialists": [
    "first-line supervisors of tactical operations specialists not listed elsewhere",
  ],
  Infantry: ["infantry members"],
  "Special Forces": ["special forces members"],
};
