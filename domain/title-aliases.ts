import type { KnownTitle } from "./title-index";

/**
 * What titles mean that official lists lack, or read in a way that nobody who types them means. A line: occupations,
 * the likeliest first; titles; why. Terms are kept general ("account executive", not "enterprise account executive").
 */
const table = `
41-3091 41-4011 41-4012 | account executive; client executive; key account executive; sales executive | sells to firms, mostly services; the lists know it in advertising alone
41-3091 41-4012 41-4011 | sales development representative; business development representative; partner development representative; market development representative; sales development; business development associate; business development executive; lead generation specialist; inside sales representative; outbound representative | finds and wins customers for services
41-3091 11-2022 41-4012 | account manager; partner account manager; key account manager; partner manager; renewals manager; renewal manager; channel account manager; customer account executive; partnerships associate | keeps and sells to accounts
41-3091 13-1199 43-1011 | customer success manager; customer success; client success manager; customer success lead; customer success associate; customer onboarding manager; engagement manager; client partner; success manager; technical account manager | keeps customers of a service
43-4051 41-3091 13-1199 | customer success specialist; customer experience associate; client services associate; member services representative | answers customers
43-4051 | customer experience agent; customer experience specialist; customer experience representative; customer care specialist; customer support specialist; customer support agent; customer support; customer service; member experience associate; call center agent; call center representative; contact center agent; support agent; support specialist; chat agent | answers customers
43-1011 11-2022 | customer experience team lead; customer service manager; customer experience manager; customer support manager; call center manager; support manager; customer service supervisor; customer service lead | leads those who answer customers
11-2022 11-1021 | customer success director; customer success vp; customer success head; chief revenue officer | leads the side of a firm that earns
11-2022 | sales manager; sales director; sales vp; sales head; sales lead; business development manager; business development director; partnerships manager; partnership manager; strategic partnership manager; partnership director; channel manager; channel partner manager; alliances manager; sales development manager; sales operations manager; deal desk manager; deal desk; regional sales manager; territory manager; commercial director | leads sales
41-4012 41-3091 41-2031 | sales representative; salesperson; sales; field sales representative; outside sales representative; account representative; territory representative | sells; to whom is not said
41-2031 | sales associate; retail associate; store associate; sales floor associate; fashion advisor | sells in a store
11-2022 13-1111 13-1199 | revenue operations manager; revenue operations; sales strategy; gtm strategy; go to market strategy; sales planning manager | plans how a firm sells
13-1111 13-1199 13-2051 | revenue operations associate; revenue operations analyst; revenue operations specialist; sales operations analyst; sales operations associate; sales operations specialist; gtm associate | plans how a firm sells
11-2021 13-1161 | marketing manager; marketing director; marketing vp; marketing head; marketing lead; growth lead; growth manager; growth marketing manager; growth director; demand generation manager; demand generation; performance marketing lead; brand manager; product marketing manager; product marketing; product marketing lead; product marketing director; field marketing manager; lifecycle marketing manager; event marketing manager; content marketing manager; content marketing director; marketing operations manager; martech manager; crm manager; seo manager; seo director; digital marketing manager; category manager; marketing communications manager; chief marketing officer | leads marketing
13-1161 11-2021 | marketer; marketing; marketing specialist; marketing coordinator; marketing associate; growth marketer; digital marketing specialist; seo specialist; event marketing; event marketing associate; lifecycle marketing specialist; content marketer; email marketing specialist; paid media specialist; growth hacker; insights analyst; market researcher | marketing without leading it
11-2021 11-2032 13-1161 | social media manager; community manager; community lead; community head; influencer manager | speaks for a firm to a public
11-2021 11-3021 | product manager; product owner; product lead; product director; product vp; chief product officer; group product manager; technical product manager; product operations manager; product ops manager; product strategy manager; product head | decides what a product becomes
15-1255 27-1021 | product designer; product design director; product design lead | in firms of today mostly of screens
15-1255 | ux designer; ui designer; ui ux designer; user experience designer; user interface designer; interaction designer; web designer; digital designer; conversational designer; conversation designer; content designer; service designer; ux researcher; user researcher; user experience researcher; design engineer; design technologist; mobile designer | designs what people see and use on screens
15-1255 27-1024 27-1021 | designer; design lead; design manager | says no more than designer
27-1024 | brand designer; visual designer; creative designer; marketing designer; presentation designer; graphic artist | graphics
27-1014 27-1024 | motion designer; motion graphics designer; 3d artist; animator | moving pictures
27-1011 | creative director; art director; associate creative director; design director | leads how things look
27-3043 | copywriter; content writer; ux writer; content strategist; product copywriter; blogger | writes
27-3041 | content editor; managing editor | edits
27-4032 27-2012 | video editor; video lead; video producer; videographer; video | moving pictures
11-2032 27-3031 | communications manager; communications director; communications head; internal communications head; internal communications manager; public relations director; investor relations vp; investor relations director; investor relations manager; government relations director; government affairs director; public affairs manager; public policy manager; policy manager | speaks for an organization
27-3031 | communications specialist; communications coordinator; publicist; spokesperson; communications associate | speaks for an organization
13-1121 | event manager; events manager; event coordinator; events coordinator; event planner; event associate; events lead; wedding planner | plans events
15-1252 | software engineer; principal engineer; software development engineer; technical staff member; backend software engineer; mobile software engineer; software developer; developer; programmer; backend engineer; backend developer; fullstack engineer; fullstack developer; fullstack software engineer; application developer; mobile engineer; mobile developer; ios engineer; ios developer; android engineer; android developer; product engineer; founding engineer; platform engineer; staff engineer; software architect; forward deployed engineer; embedded engineer; firmware engineer; game developer; java developer; python developer; dotnet developer; rails developer; salesforce developer; salesforce engineer; blockchain developer; technical lead; tech lead; engineering lead; systems software engineer; search engineer; sap developer; coder; software; gtm engineer; growth engineer; member of engineering | makes software
15-1252 15-1254 | frontend engineer; frontend developer; frontend software engineer; javascript developer; react developer; ui engineer; ui developer | makes what shows of software
15-1254 | web developer; wordpress developer; webmaster; shopify developer | makes web sites
15-1252 15-1244 | devops engineer; aws engineer; azure engineer; site reliability engineer; cloud engineer; infrastructure engineer; production engineer; build engineer; release engineer; cloud architect; kubernetes engineer | keeps software running
15-1252 15-2051 15-1221 | ai engineer; artificial intelligence engineer; ai developer; prompt engineer; applied ai engineer; llm engineer; ai architect | makes software that learns
15-2051 15-1252 15-1221 | machine learning engineer; ml engineer; ai ml engineer; machine learning infrastructure engineer; computer vision engineer; nlp engineer; mlops engineer | makes models
15-1221 15-2051 | research engineer; applied scientist; ai researcher; ai scientist; machine learning scientist; deep learning researcher; research scientist | computing research
15-1243 15-2051 15-1252 | data engineer; analytics engineer; data architect; etl developer; big data engineer; data platform engineer; data warehouse engineer | builds what data flows through
15-2051 | data scientist; data science; data science manager; decision scientist; applied statistician | models data
15-2051 15-2031 13-1111 | data analyst; analytics analyst; business intelligence analyst; reporting analyst; product analyst; bi analyst; bi developer; business intelligence developer; insights manager; analytics director; analytics manager; head of analytics; analytics lead; marketing data analyst; tableau developer | reads data
15-1212 15-1299 | security engineer; application security engineer; cyber security engineer; cyber security analyst; cybersecurity specialist; cloud security engineer; product security engineer; security analyst; information security analyst; soc analyst; penetration tester; iam engineer; chief information security officer; infrastructure security engineer | guards systems
15-1253 | qa engineer; quality assurance engineer software; software tester; qa tester; qa analyst; test engineer software; test automation engineer; qa automation engineer; game tester | tests software
15-1232 | it support specialist; technical support specialist; technical support analyst; technical support; technical support engineer; technical support representative; help desk technician; helpdesk technician; helpdesk analyst; desktop support technician; it technician; it specialist; support engineer; service desk analyst; it support; product support specialist; support analyst | helps people who use computers
15-1244 | systems administrator; system admin; it administrator; network administrator; linux administrator; it operations engineer; systems engineer it; it engineer; server administrator | runs systems
15-1299 15-1211 15-1252 | salesforce administrator; salesforce admin; crm administrator; erp administrator; business systems analyst; business system administrator; implementation consultant; implementation specialist; solution architect; solutions architect; technical consultant; technical architect; sap consultant; integration engineer; workday analyst; enterprise architect; technology consultant; ai solutions specialist; automation specialist; hubspot administrator | fits systems to a firm
41-9031 15-1299 | sales engineer; solutions engineer; solution engineer; solutions consultant; solution consultant; presales engineer; presales consultant; customer engineer | explains technical goods to buyers
11-3021 | it manager; it director; chief technology officer; chief information officer; technology director; technology manager; head of technology; technology vp; support engineering manager; head of data; data director; information security manager; data center manager | leads computing
11-9041 11-3021 | engineering manager; engineering director; development manager; software development manager; director of engineering; engineering vp; engineering head; software engineering manager; data engineering director; engineering chief; research and development vp; research and development director; research and development manager; r d manager; innovation vp | leads engineers
13-1082 | project manager; program manager; technical program manager; project coordinator; scrum master; project lead; program management; project management; delivery manager; implementation manager; launch manager; pmo manager; project administrator; agile coach; deployment manager; program lead; program coordinator | runs projects
13-1082 15-1299 | it project manager; it program manager; software project manager | runs projects
11-9021 13-1082 | construction project manager; general contractor; construction manager; construction superintendent; site superintendent; construction director | runs building sites
11-1021 13-1111 11-9199 | chief of staff; business operations manager; business operations; business operations lead; business operations head; strategy operation manager; strategy manager; strategy director; strategy head; strategy planning manager; operations director; operations lead; operations vp; operations head; operations manager; operations; general manager; country manager; chief operating officer; area manager; branch manager; regional manager; district manager; new ventures lead; site manager; business manager; chief administrative officer; ops lead; business unit manager; deputy director; managing director | runs a part of a firm
13-1111 13-1199 | strategy associate; strategy operation associate; strategy analyst; strategist; deployment strategist; business analyst; management consultant; consultant; strategy consultant; operations analyst; business operations analyst; business operations associate; business operations specialist; strategy planning associate; process improvement specialist; strategy operation; business consultant; professional services consultant; solutions analyst; operations business analyst; transformation manager; strategy | studies how a firm works
13-1199 | operations associate; operations specialist; operations coordinator; product operations specialist; operations intern; business operations coordinator | office work of a firm that fits no other group
11-1011 | chief executive officer; founder; cofounder; co founder; president; chief executive; executive director; entrepreneur | leads a firm
43-6011 | executive assistant; executive administrative assistant; assistant to ceo; personal assistant; executive secretary | assists one who leads
43-6014 | administrative assistant; office assistant; admin; administrative coordinator; office administrator; office coordinator; workplace coordinator; workplace experience coordinator; secretary; administrative associate; team assistant; virtual assistant; administrative specialist; office support; clerical assistant; administrative clerk; department secretary | office work
43-1011 11-3012 | office manager; workplace manager; workplace experience manager | runs an office
11-3012 | administrative manager; administration director; business office manager | runs an office
43-4171 | receptionist; front desk coordinator; front desk receptionist; front desk; front office coordinator; front desk associate; front desk assistant | receives people
43-4081 | hotel front desk agent; front desk agent; guest service agent; night auditor; hotel receptionist; guest service representative | receives guests
13-1071 | recruiter; technical recruiter; sourcer; technical sourcer; talent sourcer; recruiting coordinator; talent acquisition specialist; talent acquisition partner; recruitment consultant; headhunter; gtm recruiter; business recruiter; clinical recruiter; recruiting; hr; human resources; hr specialist; hr generalist; hr business partner; human resources business partner; people partner; people operations specialist; people associate; people operations; talent partner; people generalist; talent management specialist; staffing specialist; employee relations specialist | finds and looks after workers
11-3121 | hr manager; hr director; human resources manager; human resources director; chief people officer; people manager; people director; people head; talent director; talent head; talent acquisition manager; recruiting manager; recruiting director; people operations manager; hr vp; people vp; workforce manager; workforce management manager; chief human resources officer | leads the care of workers
43-4161 | hr assistant; human resources assistant; hr coordinator; hr administrator; human resources coordinator; people coordinator; hr clerk | office work for those who look after workers
13-1141 | compensation analyst; benefits specialist; total rewards analyst; leave specialist; benefits administrator; benefits analyst; equity administrator; people analyst; compensation specialist | pay and benefits
11-3111 | compensation manager; benefits manager; total rewards manager; compensation director | leads pay and benefits
13-1151 | trainer; training specialist; training coordinator; corporate trainer; enablement specialist; sales enablement; enablement manager; enablement; sales enablement manager; gtm enablement manager; customer education specialist; learning specialist; learning and development specialist; onboarding specialist; technical trainer; customer trainer; sales trainer; learning partner; training lead | teaches workers
11-3131 13-1151 | training manager; learning manager; training director; learning and development manager; learning director; training program manager; enablement director; enablement vp | leads the teaching of workers
25-9031 | instructional designer; curriculum designer; curriculum developer; learning designer; instructional coach; curriculum specialist | designs teaching
11-3031 | finance manager; finance director; financial director; finance head; finance vp; controller; comptroller; accounting manager; accounting director; tax director; tax manager; treasurer; treasury manager; fpa manager; fpa head; fpa director; chief financial officer; revenue accounting director; financial reporting head; financial operations manager; strategic finance manager; strategic finance director; bank manager; credit manager; risk manager; treasury director; accounting vp | leads finance
13-2051 13-2099 | finance associate; strategic finance associate; financial analyst; finance analyst; corporate finance; capital markets associate; fpa analyst; investment analyst; finance; strategic finance; finance coordinator; investment associate; private equity associate; equity analyst; venture associate; finance specialist; investment banking analyst; treasury analyst | money of a firm
13-2011 | accountant; staff accountant; revenue accountant; cost accountant; accounting associate; accounting analyst; accounting; payroll accountant; auditor; internal auditor; tax accountant; tax associate; audit associate; tax analyst; fund accountant; financial reporting analyst; senior accountant; accounting specialist | keeps accounts
43-3031 | accounts payable specialist; accounts receivable specialist; accounts payable clerk; accounts receivable clerk; bookkeeper; accounting clerk; accounts payable; accounts receivable; accounting assistant; accounts payable coordinator; accounts receivable associate; accounts payable associate | keeps books
43-3021 43-3031 | billing specialist; medical biller; billing coordinator; billing clerk; invoicing specialist; medical billing specialist; billing representative; billing; billing associate | bills
43-3051 | payroll specialist; payroll clerk; payroll coordinator; payroll administrator; payroll | pays workers
13-2099 13-1041 | fraud analyst; fraud specialist; fraud agent; fraud investigator; fraud risk associate; aml analyst; aml operations analyst; fraud and abuse analyst; kyc analyst; anti money laundering analyst; fraud associate; payments risk analyst | finds fraud
13-1041 13-1199 | trust and safety agent; trust and safety analyst; trust and safety specialist; content moderator; compliance specialist; compliance officer; compliance analyst; compliance associate; privacy analyst; regulatory affairs specialist; compliance lead; licensing specialist; regulatory specialist; compliance coordinator; gdpr analyst; trust safety associate | sees that rules are kept
11-9199 13-1041 | compliance manager; compliance director; chief compliance officer; regulatory affairs manager; regulatory affairs director; compliance vp | leads those who see that rules are kept
13-2041 13-2054 | credit risk associate; credit analyst; credit risk analyst; credit associate | judges borrowers
13-2054 13-2099 | risk analyst; risk operations specialist; risk associate; risk operations lead; risk specialist; risk lead; risk operations analyst | weighs risks of money
13-2053 | underwriter; underwriting analyst; insurance underwriter; underwriting associate; underwriting lead | decides what to insure
13-2052 | financial advisor; financial planner; wealth advisor; wealth manager; private banker | advises on money
41-3091 13-2052 41-3031 | relationship manager | keeps customers of a bank or a firm
23-1011 | counsel; legal counsel; corporate counsel; commercial counsel; product counsel; managing counsel; general counsel; associate counsel; attorney; lawyer; litigation counsel; privacy counsel; chief legal officer; litigation associate; legal director; head of legal | lawyers in a firm
23-2011 | paralegal; legal assistant; contracts paralegal; legal operations specialist; legal associate | helps lawyers
13-1023 11-3061 | procurement specialist; buyer; purchasing agent; sourcing specialist; procurement analyst; sourcing analyst | buys for a firm
11-3061 | procurement manager; sourcing manager; strategic sourcing manager; purchasing manager; procurement director; vendor manager; purchasing director; procurement head; head of procurement | leads buying
11-3051 | quality assurance manager; quality control manager; quality manager; quality director; production manager; plant manager; manufacturing manager; factory manager; quality head; director of manufacturing; manufacturing director; production director; qa director | leads making
17-2112 | quality engineer; validation engineer; process engineer; manufacturing engineer; industrial engineer; reliability engineer; continuous improvement engineer; validation specialist; quality assurance engineer; operations engineer | makes processes good
51-9061 17-3026 | quality control specialist; quality control inspector; quality control technician; quality assurance inspector; quality inspector; quality technician; qc technician; quality assurance specialist; quality systems specialist; quality control; quality assurance; quality associate; quality control associate; qa inspector | checks what is made
51-1011 | production supervisor; quality control supervisor; manufacturing supervisor; production lead; line lead; assembly supervisor; plant supervisor | leads makers
43-4071 43-9061 | document control specialist; documentation specialist; document controller; records clerk; document specialist | keeps papers
43-5071 | inventory control specialist; inventory specialist; inventory associate; inventory clerk; shipping clerk; receiving clerk; shipping and receiving; receiver; shipping receiving associate; inventory analyst; inventory coordinator; stock clerk; receiving associate | counts goods
53-7065 53-7062 | warehouse associate; warehouse worker; fulfillment associate; fulfillment center associate; warehouse team member; order picker; picker; picker packer; stocker; stock associate; order selector; warehouse; stockroom associate; grocery stocker; shelf stocker; fulfillment specialist; warehouse clerk; warehouse operative; warehouse picker; replenishment associate; fulfillment team member; order filler; personal shopper; inbound associate; outbound associate; warehouse specialist; fulfillment | moves and gathers goods
53-7062 | material handler; package handler; sortation associate; loader; unloader; loader unloader; freight handler; dock worker; lumper; mover; laborer; general laborer; truck unloader; baggage handler; furniture mover; hand laborer; parcel sorter; dock associate; freight associate | moves goods by hand
53-7064 | packer; packager; hand packer; packing associate; production packer; packaging associate | packs by hand
53-7051 | forklift operator; forklift driver; reach truck operator; forklift; cherry picker operator; lift truck operator; pallet jack operator; forklift associate | drives lift trucks
53-1042 | warehouse supervisor; warehouse lead; fulfillment lead; warehouse team lead; warehouse shift lead; loading dock supervisor; warehouse shift supervisor | leads movers of goods
11-3071 | warehouse manager; logistics manager; supply chain manager; distribution manager; fulfillment manager; fleet manager; logistics director; supply chain director; transportation manager; distribution center manager; fulfillment director; warehouse operations manager | leads storing and moving
13-1081 | supply chain analyst; logistics coordinator; logistics analyst; supply chain coordinator; logistics specialist; supply chain specialist; supply chain planner; demand planner; logistician | plans storing and moving
53-3032 | truck driver; cdl driver; cdl truck driver; class a driver; cdl a driver; otr driver; owner operator; over the road driver; tractor trailer driver; semi truck driver; commercial driver license driver; lorry driver; flatbed driver; dump truck driver; cdl; tanker driver; linehaul driver; tow truck driver; regional driver; hazmat driver; trucker; class b driver; cdl b driver | drives heavy trucks
53-3033 | delivery driver; box truck driver; van driver; courier driver; package delivery driver; delivery associate; route driver; parcel delivery driver; last mile driver; cargo van driver; delivery; food delivery driver; medical courier driver; delivery service driver; light truck driver | drives light trucks
53-3031 | pizza delivery driver; driver sales worker; route sales driver; route sales representative; vending route driver; pizza driver; bread route driver | drives and sells
53-3054 | uber driver; lyft driver; rideshare driver; cab driver; taxi driver; taxicab driver | drives passengers who pay for a ride
53-3053 | shuttle driver; limo driver; limousine driver; chauffeur; airport shuttle driver; paratransit driver; medical transport driver; non emergency medical transport driver | drives passengers
53-3052 | bus driver; bus operator; transit operator; city bus driver; motorcoach driver; coach driver; charter bus driver | drives buses
53-3051 | school bus driver | drives children
53-3033 53-3032 53-3053 | driver | drives; what is not said
43-5021 | courier; messenger; medical courier; bike courier; bike messenger | carries papers and parcels
31-1131 | nursing assistant; certified nursing assistant; nurse aide; nursing aide; medication aide; certified medication aide; medication technician; hospice aide; patient care assistant; nursing attendant; nurse assistant; state tested nursing assistant; geriatric nursing assistant; certified nurse aide; restorative aide | basic care under nurses
31-1131 31-1132 | patient care technician; patient care tech; patient care associate; patient care aide | basic care under nurses
31-1132 | orderly; patient transporter; patient transport; hospital transporter; transport aide; patient escort | moves patients
31-1122 31-1121 | caregiver; care giver; group home staff; group home worker; residential staff; personal care aide; personal care assistant; personal care attendant; personal care worker; home care worker; homecare worker; companion; companion caregiver; live in caregiver; senior caregiver; elderly caregiver; respite worker; care assistant; direct support professional; direct care worker; direct care staff; direct support staff; resident assistant; care aide; home care aide; care worker; residential support worker; direct care professional; in home caregiver; support worker; habilitation technician; personal attendant; homemaker companion; direct support worker; home care provider; habilitation aide | helps people live
31-1121 | home health aide; home health aid; certified home health aide | helps sick people at home
39-9011 | nanny; babysitter; childcare worker; child care provider; childcare provider; daycare worker; child care assistant; au pair; daycare assistant; infant caregiver; toddler caregiver; nursery worker; child caregiver; daycare attendant; before after school staff; child care aide | looks after children
25-2011 | preschool teacher; daycare teacher; pre k teacher; prek teacher; toddler teacher; infant teacher; early childhood teacher; early childhood educator; lead preschool teacher; head start teacher; childcare teacher; montessori preschool teacher; assistant preschool teacher; early head start teacher | teaches small children
25-9042 25-9043 | paraprofessional; teacher aide; teacher assistant; classroom aide; instructional aide; paraeducator; instructional assistant; teaching assistant; classroom assistant; school aide; educational assistant; para educator | helps teachers
25-9043 | special education paraprofessional; special education aide; special education teaching assistant; special education assistant | helps teachers of special education
25-2021 25-2031 25-2022 | school teacher; classroom teacher; schoolteacher; public school teacher | by jobs held
25-2021 | elementary teacher; elementary school teacher; primary school teacher; 1th grade teacher; 2th grade teacher; 3th grade teacher; 4th grade teacher; 5th grade teacher; reading teacher; primary teacher; first grade teacher; second grade teacher; third grade teacher; fourth grade teacher; fifth grade teacher | by grade
25-2022 | middle school teacher; 6th grade teacher; 7th grade teacher; 8th grade teacher; middle school math teacher; middle school science teacher; junior high teacher; sixth grade teacher; seventh grade teacher; eighth grade teacher | by grade
25-2031 25-2022 | high school teacher; math teacher; science teacher; english teacher; history teacher; high school math teacher; social studies teacher; chemistry teacher; biology teacher; physics teacher; spanish teacher; french teacher; high school english teacher; secondary teacher; language arts teacher; world language teacher; foreign language teacher | teaches one subject
25-2056 25-2058 25-2057 | special education teacher; sped teacher; special ed teacher; resource teacher; exceptional children teacher; learning support teacher; special needs teacher | by jobs held
25-3031 | substitute teacher; sub teacher; guest teacher; substitute | stands in
25-3021 | dance instructor; swim instructor; piano teacher; art instructor; driving instructor; swim teacher; guitar teacher; cooking instructor; voice teacher | teaches for pleasure
25-3011 | esl teacher; adult education teacher; ged instructor; esl instructor; english as second language teacher | teaches adults the basics
25-1199 25-1071 25-1011 | professor; assistant professor; associate professor; adjunct professor; adjunct instructor; college professor; lecturer; adjunct faculty; university professor; faculty; adjunct; college instructor; visiting professor | teaches at a college; what is not said
11-9032 | principal; school principal; assistant principal; vice principal; middle school principal; elementary principal; high school principal; head of school; school administrator; dean of students school; superintendent of schools | leads a school
11-9031 | daycare director; preschool director; childcare director; child care center director; child development center director | leads a place for children
11-9033 | dean; provost; registrar; admissions director; university dean; college president; dean of students | leads at a college
21-1012 | school counselor; guidance counselor; academic advisor; career counselor; admissions counselor; career coach; college counselor; academic counselor; career advisor; student advisor | advises learners
29-1141 | registered nurse; nurse; staff nurse; charge nurse; nurse coach; nurse case manager; travel nurse; school nurse; hospice nurse; icu nurse; er nurse; emergency room nurse; triage nurse; oncology nurse; pediatric nurse; home health nurse; infusion nurse; nurse navigator; operating room nurse; labor delivery nurse; medical surgical nurse; nurse care manager; telehealth nurse; nurse consultant; psychiatric nurse; nursing; dialysis nurse; public health nurse; surgical nurse; telemetry nurse; nicu nurse; icu registered nurse; intensive care unit registered nurse; case management nurse; utilization review nurse; clinic nurse; circulating nurse; nurse resident; wound care nurse; registered nurse supervisor; house supervisor nurse; registered nurse case manager; clinical nurse; perioperative nurse | nurses
11-9111 | director of nursing; nurse manager; nursing director; nursing manager; practice manager; clinic manager; clinical manager; medical director; clinical director; care manager; revenue cycle manager; revenue cycle management; healthcare administrator; hospital administrator; pharmacy manager; pharmacy director; pharmacy operations manager; nursing home administrator; medical office manager; health services manager; clinical operations manager; clinical operations director; patient access manager; chief nursing officer; nurse executive; medical practice manager; health information manager; assisted living director; chief medical officer; clinic director; clinic administrator; healthcare manager; dental office manager; patient care manager; nursing administrator; executive director assisted living; wellness director senior living; population health manager | leads care
29-2061 | licensed practical nurse; licensed vocational nurse; practical nurse; vocational nurse; licensed practical nurse charge nurse; charge nurse licensed practical nurse; licensed practical nurse supervisor | practical nurses
29-1171 | nurse practitioner; family nurse practitioner; psychiatric nurse practitioner; advanced practice nurse; advanced practice provider; psychiatric mental health nurse practitioner; primary care nurse practitioner | nurse practitioners
29-1151 | nurse anesthetist; certified registered nurse anesthetist | gives anesthesia
29-1071 | physician assistant; physician associate; surgical physician assistant | physician assistants
29-1229 29-1215 29-1216 | physician; doctor; medical doctor; endocrinologist; hospitalist; telehealth physician; locum tenens physician; urgent care physician; gastroenterologist; oncologist; urologist; nephrologist; pulmonologist; rheumatologist | physicians; the field has no group of its own
29-1215 | family doctor; family physician; primary care physician; general practitioner; family practice physician; family medicine physician | family physicians
29-1216 | internist; internal medicine physician | internal medicine
29-1214 | emergency physician; er doctor; emergency room physician; emergency room doctor; emergency department physician | emergency physicians
29-1249 29-1242 | surgeon; general surgeon; plastic surgeon; neurosurgeon; vascular surgeon; trauma surgeon; cardiac surgeon | surgeons
29-1051 | pharmacist; staff pharmacist; clinical pharmacist; pharmacist in charge | pharmacists
29-2052 | pharmacy technician; certified pharmacy technician | helps pharmacists
29-2099 43-6013 | patient liaison; patient service coordinator; patient services coordinator; patient advocate; patient navigator; patient access representative; patient coordinator; patient representative; patient service representative; patient services specialist; patient care coordinator; patient experience coordinator; patient support specialist; patient access specialist; patient relations specialist; patient engagement specialist | stands between patients and staff
11-9111 29-2099 29-1141 | care coordinator; health coordinator; clinical care coordinator; care navigator; healthcare coordinator; clinical coordinator; care management coordinator; transition of care coordinator | sees that care fits together
43-6013 | medical receptionist; medical secretary; medical office assistant; unit secretary; unit clerk; medical scheduler; medical administrative assistant; health unit coordinator; medical office specialist; patient scheduler; ward clerk; medical front desk; medical office coordinator; clinic receptionist; dental receptionist; referral coordinator; medical office receptionist; doctor office receptionist; hospital unit clerk | office work of doctors
29-2072 | medical coder; medical records technician; medical records clerk; coding specialist; inpatient coder; health information technician; medical coding specialist; billing coding specialist; certified coder; outpatient coder; risk adjustment coder | codes records
31-9092 | medical assistant; clinical assistant; clinical medical assistant; certified medical assistant; medical aide; back office medical assistant; ophthalmology medical assistant | helps doctors
29-2053 31-1133 | behavior technician; registered behavior technician; behavioral technician; behavioral health technician; autism behavior technician; mental health technician; psychiatric technician; aba behavior technician; behavioral health associate | helps people with troubles of behavior
29-2053 29-1129 | aba therapist; behavior therapist; behavioral therapist; autism behavior therapist; autism therapist; aba behavior therapist; applied behavior analysis therapist; aba therapy; aba tutor; applied behavior analysis technician | applied behavior analysis, mostly under an analyst
19-3039 21-1014 | board certified behavior analyst; behavior analyst; applied behavior analyst; behavioral analyst; assistant behavior analyst | behavior analysts
21-1014 21-1013 21-1023 | therapist; mental health therapist; psychotherapist; counselor; mental health counselor; licensed therapist; licensed professional counselor; mental health clinician; behavioral health clinician; telehealth therapist; counselling; child therapist; outpatient therapist; behavioral health therapist; clinical therapist; licensed mental health counselor; mental health professional; behavioral health counselor; clinician | talks with people about their troubles
21-1011 | substance abuse counselor; addiction counselor; drug counselor; recovery coach; addictions therapist; chemical dependency counselor; alcohol counselor; substance use counselor; peer recovery specialist | addiction
21-1093 | case manager; case worker; caseworker; social service worker; family support worker; peer support specialist; social service assistant; case management; case aide; human service worker; outreach worker; housing case manager; family advocate; case coordinator; community support worker; victim advocate; housing specialist | helps people find help
21-1021 21-1022 21-1023 | social worker; social work; family social worker; child welfare social worker; child protective services worker; foster care worker; child protective investigator | social workers
21-1022 21-1023 | licensed clinical social worker; clinical social worker; medical social worker; hospital social worker; hospice social worker; healthcare social worker; dialysis social worker; oncology social worker; social worker hospital | social workers in care
19-3033 | psychologist; clinical psychologist; licensed psychologist; neuropsychologist; psychology associate | psychologists
29-1123 | physical therapist; physiotherapist | physical therapists
29-1122 | occupational therapist | occupational therapists
31-2021 | physical therapist assistant; physical therapy assistant | physical therapist assistants
31-2022 | physical therapist aide; physical therapy aide; physical therapy technician; rehab aide; rehab technician; rehabilitation aide | physical therapist aides
29-1127 | speech therapist; speech language pathologist; speech pathologist | speech
29-2034 | radiologic technologist; x ray technician; rad tech; radiology technician; ct technologist; mammographer; radiographer; ct technician; mammography technologist; x ray tech; radiologic technician | pictures of the body
29-2032 | ultrasound technician; sonographer; ultrasound technologist | pictures by sound
29-2012 29-2011 | lab technician; laboratory technician; medical lab technician; clinical laboratory technician; medical laboratory technician; lab assistant; laboratory assistant; lab aide; lab tech; lab processor; specimen processor | laboratories, mostly medical
29-2011 29-2012 | medical technologist; medical laboratory scientist; clinical laboratory scientist; laboratory supervisor; lab supervisor; medical lab scientist; histotechnologist; cytotechnologist | laboratories of hospitals
19-2041 19-4042 | environmental specialist; environmental scientist; environmental consultant; sustainability analyst | the environment
31-9097 | phlebotomist; phlebotomy technician; phlebotomy; blood collector | draws blood
29-2042 | emergency medical technician; emt; emt basic | first care
29-2043 | paramedic; flight paramedic; critical care paramedic | first care
29-2055 | surgical technologist; surgical technician; scrub tech; operating room technician; surg tech; certified surgical technologist; or tech | helps surgeons
31-9093 | sterile processing technician; central sterile technician; sterile processing tech | cleans instruments
31-9091 | dental assistant; orthodontic assistant; expanded functions dental assistant | helps dentists
29-2056 | veterinary technician; vet technician; vet tech; veterinary nurse | helps veterinarians
31-9096 | veterinary assistant; vet assistant; animal hospital assistant | helps veterinarians
21-1094 | community health worker; promotora; health outreach worker; community health navigator | health of a neighborhood
21-1091 | health coach; health educator; wellness coach; wellness coordinator; diabetes educator | teaches health
39-9031 | personal trainer; fitness instructor; yoga instructor; fitness trainer; group fitness instructor; pilates instructor; spin instructor; fitness coach; gym instructor; yoga teacher; crossfit coach | teaches exercise
35-2014 | cook; line cook; grill cook; restaurant cook; saute cook; broiler cook; pantry cook; pizza cook; kitchen staff; kitchen; wok cook; pizza maker; chef de partie; commis chef | cooks in a restaurant
35-2011 | fast food cook; fry cook; fryer cook | cooks fast food
35-2021 | prep cook; food prep; food preparation worker; kitchen helper; salad maker; kitchen assistant; kitchen hand; kitchen worker; kitchen prep; food preparer; kitchen team member; sandwich maker; kitchen aide; kitchen porter; kitchen crew | prepares food
35-2012 | cafeteria cook; school cook; institutional cook; hospital cook; school cafeteria worker; cafeteria worker; dietary cook; lunch lady; camp cook; school nutrition worker | cooks for institutions
35-3041 | dietary aide; room service server; tray line worker; dietary worker; nutrition aide; hospital food server; dietary assistant | serves food outside restaurants
35-1011 | chef; head chef; sous chef; executive chef; pastry chef; executive sous chef; head cook; chef de cuisine; lead cook; chef manager; banquet chef; kitchen chef; private chef | leads a kitchen
35-1012 | shift leader; shift manager; crew leader; restaurant shift leader; fast food shift leader; food service supervisor; assistant restaurant manager; restaurant supervisor; kitchen supervisor; head waiter; bar manager; dining room supervisor; bar supervisor; shift lead; catering supervisor | leads those who cook and serve
11-9051 | restaurant manager; restaurant general manager; kitchen manager; food service manager; food and beverage manager; cafe manager; food and beverage director; fast food manager; catering manager; dining services director; cafeteria manager; dining manager; dietary manager; banquet manager; food service director; dining services manager; pizzeria manager; coffee shop manager | runs a restaurant
35-3023 | barista; crew member; fast food worker; fast food crew member; counter server; sandwich artist; ice cream scooper; cafe worker; coffee shop worker; fast food crew; fast food team member; drive thru worker; restaurant crew member; deli worker; food service worker; restaurant team member; food service associate; food service team member; deli clerk; concession worker; fast food employee; snack bar attendant; smoothie maker; deli associate | serves fast food
35-3031 | server; waiter; waitress; food server; banquet server; cocktail server; food runner; waitstaff; restaurant server; wait staff; catering server; dining room server; cocktail waitress | waits on tables
35-9011 | busser; busboy; bus person; barback; dining room attendant; table busser; bar back; busser runner; server assistant; bus boy; dining attendant | clears tables
35-9021 | dishwasher; dish washer; dish machine operator; kitchen steward; pot washer; dishwashing | washes dishes
35-9031 | host; hostess; restaurant host; restaurant hostess; host cashier | seats guests
35-3011 | bartender; mixologist; bar staff; barkeep; bar tender | mixes drinks
41-2011 | cashier; cashier associate; checker cashier; front end cashier; grocery cashier; checkout clerk; frontend cashier; store cashier; retail cashier; cashier clerk | takes payment
41-1011 | store manager; assistant store manager; retail manager; retail store manager; retail supervisor; grocery manager; key holder; shop manager; retail assistant manager; retail team lead; department manager; store supervisor; retail shift supervisor; produce manager; sales floor supervisor; keyholder | leads a store
53-7065 41-2031 | merchandiser; grocery clerk; retail merchandiser; grocery associate; produce clerk; store clerk | fills shelves
37-2011 | janitor; custodian; cleaner; office cleaner; janitorial worker; day porter; school custodian; commercial cleaner; floor technician; cleaning staff; environmental services technician; evs technician; custodial worker; evs worker; building cleaner; environmental services aide; janitorial; cleaning; floor tech; evs tech; night cleaner; cleaning crew member | cleans buildings
37-2012 | housekeeper; room attendant; hotel room attendant; maid; housekeeping; housekeeping attendant; hotel housekeeper; house cleaner; housekeeping aide; residential cleaner; housekeeping room attendant; hotel cleaner; guest room attendant; home cleaner | cleans rooms
37-3011 | landscaper; groundskeeper; lawn care technician; landscape laborer; landscape technician; gardener; landscaping; landscape crew member; groundsman; lawn technician; grounds maintenance worker; yard worker; landscaping crew member; landscape worker; lawn care worker | looks after grounds
33-9032 | security officer; security guard; security; security agent; unarmed security officer; armed security officer; bouncer; event security; door staff; mall security; hospital security officer | guards
33-9099 | loss prevention associate; loss prevention officer; asset protection associate; loss prevention agent; asset protection specialist; loss prevention specialist | guards goods
49-9071 | maintenance technician; maintenance worker; facilities technician; facility technician; handyman; building maintenance; apartment maintenance technician; maintenance; facilities maintenance technician; building engineer; maintenance man; property maintenance technician; facility maintenance; facilities tech; building maintenance technician; building maintenance worker; hotel maintenance; facilities associate; general maintenance; maintenance associate; apartment maintenance; facilities maintenance worker | keeps buildings in order
11-3013 | facilities manager; facility manager; facilities director; building manager; facility director; security manager; security director; workplace director; facilities operations manager | runs buildings
49-9041 | industrial mechanic; industrial maintenance technician; maintenance mechanic; industrial maintenance mechanic; machine maintenance technician; plant mechanic; plant maintenance technician; industrial maintenance; manufacturing maintenance technician; controls technician | keeps machines in order
49-9021 | hvac technician; hvac installer; hvac; refrigeration technician; heating air conditioning ventilation installer; hvac mechanic; hvac service technician; hvac apprentice; air conditioning technician; furnace installer; ac technician; refrigeration mechanic; hvac tech | heats and cools buildings
49-3023 | auto mechanic; automotive technician; lube technician; mechanic; car mechanic; oil change technician; auto technician; auto repair technician; lube tech; automotive mechanic; express lube technician; brake technician; automotive lube technician; auto tech; quick lube technician | mends cars
49-3031 | diesel mechanic; diesel technician; truck mechanic; fleet mechanic; heavy duty mechanic; bus mechanic; diesel tech; trailer mechanic; fleet technician; semi truck mechanic | mends trucks
49-3042 | heavy equipment mechanic; forklift mechanic; equipment mechanic; forklift technician; construction equipment mechanic; heavy equipment technician | mends heavy machines
49-3093 | tire technician; tire changer; tire installer; tire tech | changes tires
47-2031 | carpenter; framer; finish carpenter; framing carpenter; trim carpenter; rough carpenter; form carpenter; carpentry; carpenter apprentice; cabinet installer; door installer; window installer; deck builder; journeyman carpenter | builds in wood
47-2061 | construction laborer; construction worker; demolition worker; construction helper; construction; builder; skilled laborer construction; site laborer; concrete laborer; demolition laborer; construction labor; general laborer construction; construction site worker | works on building sites
47-1011 | construction foreman; foreman; construction supervisor; site foreman; electrical foreman; concrete foreman; carpenter foreman; construction crew leader; plumbing foreman; roofing foreman; field superintendent; framing foreman | leads builders
47-2073 | heavy equipment operator; equipment operator; excavator operator; bulldozer operator; backhoe operator; loader operator; grader operator; operating engineer; skid steer operator; dozer operator; heavy machine operator; heavy machinery operator; construction equipment operator | drives building machines
53-7021 | crane operator; tower crane operator; mobile crane operator; overhead crane operator | cranes
47-2111 | electrician; journeyman electrician; apprentice electrician; electrical apprentice; master electrician; residential electrician; commercial electrician; industrial electrician; electrician apprentice; wireman; solar electrician; maintenance electrician; electrical journeyman | wires buildings
47-3013 | electrician helper; electrical helper | helps electricians
47-2152 | plumber; pipefitter; steamfitter; plumbing apprentice; master plumber; service plumber; sprinkler fitter; plumbing technician; journeyman plumber; apprentice plumber; pipe fitter; gas fitter; residential plumber; sprinkler installer | pipes
47-3015 | plumber helper; pipefitter helper; plumbing helper | helps plumbers
47-2181 | roofer; roofing installer; roofing; roofing laborer; roof installer; shingle installer | roofs
47-2081 | drywall hanger; drywall installer; drywaller; sheetrock hanger; drywall; drywall mechanic; ceiling installer | hangs wallboard
47-2082 | drywall finisher; drywall taper; taper | finishes wallboard
47-2141 | painter; house painter; commercial painter; residential painter; painting; interior painter; exterior painter; apartment painter; paint crew member | paints buildings
47-2051 | concrete finisher; cement mason; concrete worker; concrete; cement finisher; concrete mason | concrete
47-2021 | bricklayer; brick mason; block mason; mason; masonry worker; brick layer; blocklayer | bricks
47-2221 | ironworker; iron worker; steel erector; structural steel worker; structural ironworker | steel frames
47-2171 | rebar worker; rodbuster; rebar installer; reinforcing ironworker; rod buster | steel in concrete
47-2131 | insulation installer; insulation worker; insulator; spray foam technician; insulation technician; attic insulation installer | insulation
47-2231 | solar installer; solar panel installer; solar technician; pv installer; solar installation technician; photovoltaic installer; solar pv installer; solar crew member; residential solar installer | solar panels
47-2044 | tile setter; tile installer; tiler | tiles
47-2042 | flooring installer; floor installer; vinyl flooring installer; floor layer | floors
47-2121 | glazier; glass installer | glass in buildings
33-9091 | flagger; traffic control flagger; crossing guard; traffic flagger; traffic control technician | directs traffic
51-4121 | welder; welder fabricator; mig welder; tig welder; pipe welder; combo welder; structural welder; welding; fabricator welder; welding technician; production welder; stick welder; aluminum welder | welds
51-4041 | machinist; cnc machinist; manual machinist; tool room machinist; machine shop worker; cnc lathe machinist; cnc mill machinist | makes metal parts
51-9161 | cnc operator; cnc machine operator; cnc lathe operator; cnc mill operator; numerical control operator; cnc setup operator | runs machines by program
51-9199 51-2092 | production worker; factory worker; production associate; manufacturing associate; production operator; production technician; machine operator; manufacturing operator; production team member; plant worker; manufacturing worker; factory laborer; production; production laborer; line worker; manufacturing; production line worker; line operator | makes things; what is not said
51-2092 | assembler; assembly worker; assembly technician; assembly line worker; assembly associate; production assembler; assembly; team assembler; assembly operator; general assembler; bench assembler; product assembler | puts things together
53-7061 | car wash attendant; car detailer; auto detailer; vehicle washer; detailer; car washer; detail technician; lot attendant; vehicle detailer | cleans cars
45-2092 | farm hand; farmhand; farm worker; farm laborer; fruit picker; field worker; greenhouse worker; harvest worker; agricultural worker; farmworker; crop worker; orchard worker | works on a farm
37-2021 | pest control technician; exterminator; pest technician; termite technician; pest control specialist | pests
39-5012 | hair stylist; hairstylist; hairdresser; cosmetologist; stylist; salon stylist; beautician; hair dresser; colorist | hair
39-5092 | nail technician; nail tech; manicurist | nails
39-5094 | esthetician; skin care specialist; facialist; aesthetician; waxing specialist | skin
41-9022 | real estate agent; realtor; real estate salesperson; real estate associate | sells houses
41-9022 11-9141 | leasing agent; leasing consultant; leasing specialist | lets homes
11-9141 | property manager; apartment manager; community association manager; real estate manager; assistant property manager; leasing manager; affordable housing manager; regional property manager; apartment community manager | runs homes for owners
41-3021 | insurance agent; insurance sales agent; insurance producer; licensed insurance agent; insurance broker; insurance advisor | sells insurance
13-1031 | claims adjuster; insurance adjuster; claims examiner; claims representative; claims specialist; claims investigator | judges claims
43-9041 | claims processor; insurance verification specialist; insurance processor; insurance clerk; policy processor; prior authorization specialist; insurance coordinator | office work of insurers
43-3011 | collections specialist; debt collector; collector; collections agent; collections representative; collection agent | collects debts
43-3071 | bank teller; teller; universal banker | serves at a bank
13-2072 | loan officer; mortgage loan officer; mortgage broker; loan originator; lending officer; mortgage loan originator; mortgage advisor; loan consultant | lends
43-9061 | office clerk; general clerk; clerk; general office clerk | office work of all kinds
43-9021 | data entry; data entry clerk; data entry specialist; data entry operator; data clerk; data entry associate | types data in
33-3051 | police officer; cop; patrol officer; police; sheriff deputy; deputy sheriff; state trooper; policeman; highway patrol officer; police cadet | police
33-2011 | firefighter; fire fighter; fireman; firefighter emt; firefighter paramedic; wildland firefighter | fights fires
33-3012 | correctional officer; corrections officer; detention officer; prison guard; jailer; correction officer | guards prisoners
43-5031 | 911 dispatcher; police dispatcher; emergency dispatcher; 911 operator; public safety dispatcher; fire dispatcher; emergency communications operator | emergency calls
43-5032 | dispatcher; truck dispatcher; freight dispatcher; service dispatcher; dispatch coordinator; dispatch; transportation dispatcher; load planner | sends vehicles out
43-5052 | mail carrier; letter carrier; mailman; city carrier assistant; rural carrier; rural carrier associate; postal carrier | carries mail
43-5052 43-5051 43-5053 | postal worker; post office worker; postal clerk carrier; usps worker | by jobs held
41-9041 | telemarketer; telesales representative; telemarketing; outbound caller; cold caller | sells by phone
27-1013 27-1014 | illustrator; 3d illustrator; artist | draws
19-3022 13-1161 | survey researcher; qualitative researcher | asks people
19-4061 | research assistant; social science research assistant | helps researchers
11-9121 | laboratory manager; lab manager; research director; lab director; science director; clinical research manager; research manager; clinical trial manager | leads science
19-1042 | clinical research associate; clinical scientist; medical scientist; clinical research scientist; medical researcher | medical science
17-2141 | mechanical engineer; mechanical design engineer | machines
17-1011 | architect; project architect; junior architect; architectural designer; licensed architect | buildings
27-1025 | interior designer; interior decorator; interior design | rooms
39-4031 11-9171 | funeral director; mortician; undertaker | funerals
35-3031 35-3041 | sommelier; wine steward | wine
27-2022 | coach; sports coach; soccer coach; basketball coach; football coach; athletic coach; head coach; swim coach; assistant coach; track coach; volleyball coach; baseball coach; gymnastics coach | trains athletes
39-9032 | recreation worker; activities assistant; activity director; activities coordinator; activity assistant; recreation leader; activities director; after school counselor; recreation aide; life enrichment coordinator; recreation coordinator | makes free time good
21-2011 | pastor; minister; priest; chaplain; rabbi; imam; clergy; youth pastor; preacher; reverend; worship pastor | faith
13-1131 | fundraiser; development officer; donor relations officer; grant writer; major gifts officer; development coordinator; annual giving coordinator; gift officer | asks for gifts
11-2033 | fundraising manager; development director; director of development; chief development officer; advancement director | leads asking for gifts
11-9151 | social service manager; nonprofit director; community program manager; nonprofit program director; nonprofit program manager; program director; social services director; shelter manager; outreach manager; group home manager; community services director; residential program manager | leads help for people
41-2021 | rental agent; car rental agent; counter clerk; rental associate; rental sales agent; equipment rental associate | lets things
41-2022 | parts specialist; auto parts counterperson; parts counter; parts associate; parts advisor; auto parts sales | sells parts
41-2031 | car salesman; automotive sales consultant; vehicle sales consultant; car sales; auto sales consultant; furniture sales associate; retail sales consultant; wireless sales consultant; auto salesman; beauty advisor; beauty consultant | sells in a store
41-1012 | sales supervisor; sales team lead; inside sales supervisor; inside sales team lead | leads sellers
43-1011 | team lead; team leader; supervisor; team supervisor; administrative supervisor; clerical supervisor; billing supervisor; office supervisor | leads office workers
51-3011 | baker; bakery worker; cake decorator; bakery clerk; pastry cook; bread baker; bakery associate; pastry baker | bakes
51-3021 | butcher; meat cutter; meat clerk | cuts meat
53-2011 | airline pilot; pilot; first officer | flies
53-2031 | flight attendant; cabin crew; stewardess; air hostess; cabin crew member | looks after passengers
49-3011 | aircraft mechanic; aviation mechanic; airframe and powerplant mechanic; aircraft technician; aircraft maintenance technician; aviation maintenance technician; airplane mechanic | mends aircraft
49-3021 | auto body technician; body shop technician; collision technician; auto body repair; auto painter; auto body painter; auto body tech | mends bodies of cars
49-9052 49-2022 | cable technician; fiber technician; cable installer; fiber optic technician; internet installer; cable tech; fiber splicer | lays lines
49-9051 | lineman; power lineman; electrical lineman; lineworker | power lines
49-2098 | alarm installer; security system installer; low voltage technician; fire alarm technician; alarm technician; security installer; low voltage installer; fire alarm installer | alarms
53-7081 | garbage collector; trash collector; garbage truck driver; waste collector; sanitation worker; refuse collector; garbage man; recycling driver; sanitation truck driver; waste management driver; recycling collector; trash truck driver | takes waste away
53-6031 | gas station attendant; service station attendant; fuel attendant | serves cars
53-6021 | valet; parking attendant; valet attendant; valet parker; valet driver | parks cars
39-2021 | dog walker; pet sitter; pet groomer; dog groomer; kennel attendant; animal care attendant; kennel worker; kennel technician; animal caretaker; zookeeper; dog daycare attendant; groomer; pet care associate; doggy daycare attendant | looks after animals
33-9092 | lifeguard; pool lifeguard; beach lifeguard; aquatics attendant | guards swimmers
51-6011 | laundry attendant; laundry worker; dry cleaner; laundry aide; laundry; laundry associate; linen attendant | washes clothes
43-4051 43-4171 | information clerk customer; help line agent; guest services associate; guest services | answers people
11-1021 | vp; vice president; director; executive; business owner; small business owner; site director; center manager; center director; plant general manager | leads; what is not said
11-9199 | manager; senior manager; department head | leads; what is not said
`;

/** Every alias, in the form of a known title. */
export const titleAliases: readonly KnownTitle[] = table
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [socs = "", titles = ""] = line.split("|");
    return titles.split(";").flatMap((title) =>
      socs
        .trim()
        .split(" ")
        .map((soc, rank): KnownTitle => ({ title: title.trim(), soc, source: "alias", rank })),
    );
  });
