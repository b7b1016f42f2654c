/** A plain text as it was scraped, written for this project; see `find-zones.test.ts` for the notation. */
export interface Sample {
  readonly name: string
  readonly text: string
  readonly title?: string
  readonly byline?: string
  readonly agency?: string
  /** value and where it was found */
  readonly date?: string
}

export const SAMPLES: readonly Sample[] = [
  {
    name: 'a court report with navigation above and links below',
    title: 'Jury clears dairy boss of fraud charges',
    byline: 'Marta Quill',
    date: '2024-05-03 text',
    text: `
boilerplate| Skip to main content
boilerplate| Menu
boilerplate| News
boilerplate| Courts
title| Jury clears dairy boss of fraud charges
boilerplate| By Marta Quill, Court Reporter
boilerplate| Published: 3 May 2024, 16:40 BST
boilerplate| Share

body| A jury in Leeds took four hours to clear Owen Hartley of all seven counts of fraud on Friday.
body| Prosecutors had said that the owner of Hartley Dairies moved £2.3 million to a company run by his brother.
title| A second trial
body| His brother, Colin Hartley, will stand trial in September. He denies the charges.

boilerplate| Related stories
boilerplate| Farm prices fall for third month
boilerplate| Cheese thieves strike again
boilerplate| Subscribe to our newsletter
boilerplate| © 2024
`,
  },
  {
    name: 'who printed it with a label',
    title: 'Cable car stops above Aune valley',
    agency: 'Mountain Transport Weekly',
    date: '2026-09-15 text',
    text: `
title| Cable car stops above Aune valley
boilerplate| Published: 15 September 2026
boilerplate| Source: Mountain Transport Weekly

body| A cable car stopped above the Aune valley on Monday and left 63 passengers hanging in the air for five hours.
body| The cabins had been inspected in August, said its director.
`,
  },
  {
    name: 'a wire story with a dateline, an agency and credits at the end',
    title: 'Quake off Chile damages copper port',
    agency: 'Reuters',
    text: `
title| Quake off Chile damages copper port
body| [ANTOFAGASTA, Chile, May 3 (Reuters) - ]An earthquake of magnitude 6.8 damaged two of the four loading piers at the port of Antofagasta on Friday, its operator said.
body| Nobody was hurt. Shipments of copper will be halved until the piers are mended, which may take three weeks, it said.
boilerplate| (Reporting by Ana Ruiz; Editing by Tom Birch)
`,
  },
  {
    name: 'a dateline in mixed case, set off by a long dash',
    text: `
body| [Bergamo, Italy — ]Nurses at the city's largest hospital walked out on Tuesday over night shifts.
body| The walkout lasted a day, and 340 operations were put off, the hospital said in a statement.
`,
  },
  {
    name: 'a dateline with its year',
    title: 'Norvik names new chief',
    agency: 'PRNewswire',
    date: '2024-11-05 dateline',
    text: `
title| Norvik names new chief
body| [OSLO, Norway, Nov. 5, 2024 /PRNewswire/ -- ]Norvik ASA has named Liv Haugen as its chief executive from 1 January.
body| She follows Per Dahl, who led the shipping group for eleven years and leaves for reasons of health.
`,
  },
  {
    name: 'an agency alone in brackets, glued to a dash',
    agency: 'Lake District Post',
    text: `
body| [(Lake District Post)– ]Three walkers were brought down from Great Gable on Sunday after a night in the snow.
body| The mountain rescue team said all three were well equipped and had done the right thing by staying put.
`,
  },
  {
    name: 'no dateline where a dash sets a remark apart',
    text: `
body| Forecasts — which vary from one month to the next — put the harvest at 12 million tonnes, the ministry said.
body| Ann Lee — a nurse from Hull — won the prize, and said she would give half of it to her ward.
`,
  },
  {
    name: 'captions, credits and alternative texts',
    title: 'Divers raise bell of sunken ferry',
    text: `
title| Divers raise bell of sunken ferry
boilerplate| Featured image
caption| The bell of the ferry Aurora on the quay in Turku. Photo: Mika Salo/Lehti Kuva
caption| A diver holds up a plate found near the wreck (Photo by Anna Berg/Getty Images)
body| Divers brought up the bell of the ferry Aurora on Saturday, 41 years after she sank in a storm off Turku.
caption| File photo of the ferry in 1979
body| The bell weighs 85 kilograms and will be shown in the city's museum of the sea from next spring.
`,
  },
  {
    name: 'a headline that is repeated and a standfirst',
    title: 'Ticket prices for trams to double',
    text: `
title| Ticket prices for trams to double
body| The city wants to pay for forty new trams with the money.
boilerplate| Ticket prices for trams to double
body| A single ticket will cost four euros from March, the transport company of Ghent decided on Wednesday evening.
body| Passengers' groups called the rise a mistake and asked the council to stop it before the spring.
`,
  },
  {
    name: 'chrome glued to the report by a careless copy',
    title: 'Museum buys lost sketchbook',
    text: `
boilerplate| Skip to content
+ title| Museum buys lost sketchbook
body| The national museum has bought a sketchbook that was thought to be lost since the fire of 1911.
body| It paid 640,000 dollars at an auction in Geneva, a spokesman for the museum said on Thursday.
+ boilerplate| Leave a Reply
`,
  },
  {
    name: 'cookie notice above, newsletter and author below',
    title: 'Goalkeeper signs until 2028',
    byline: 'Dele Okoro',
    text: `
boilerplate| We use cookies to improve your experience on our site.
boilerplate| Accept all
boilerplate| Sport
title| Goalkeeper signs until 2028
boilerplate| By Dele Okoro
body| Goalkeeper Ines Prado has signed a new contract with Sporting Braga that runs until the summer of 2028.
body| She has kept 22 clean sheets in 41 games since she came from Vigo two years ago.
boilerplate| About the author
boilerplate| Dele Okoro is a reporter who covers football for our site. She can be reached at the sports desk.
boilerplate| Sign up for our daily newsletter
boilerplate| Most read
boilerplate| Transfer rumours: who goes where
boilerplate| Ten stadiums to see
boilerplate| See all
`,
  },
  {
    name: "a member's teaser within the report",
    title: 'Lithium rush reaches the salt lakes',
    text: `
title| Lithium rush reaches the salt lakes
body| Four companies have applied for licences to drill at the salt lakes of the northern province since June.
boilerplate| Premium content
boilerplate| The secret memo that shows how the ministry wants to share out the licences, and who gets nothing at all.
boilerplate| Subscribe to continue
body| The ministry will decide by the end of the year, its spokeswoman said. Herders have gone to court against the plan.
`,
  },
  {
    name: 'a list with a heading stays and is read',
    title: 'What changes for drivers in January',
    text: `
title| What changes for drivers in January
body| Drivers will pay more for fuel and less for tyres from the first of January, the transport ministry said.
title| The changes at a glance
list| - Fuel tax rises by three cents a litre.
list| - Winter tyres are taxed at five per cent.
list| - Licences can be renewed online.
boilerplate| Read more
`,
  },
  {
    name: 'a date inside a sentence is no publication date',
    title: 'Dam opened a year late',
    text: `
title| Dam opened a year late
body| On 14 March 2022 the president opened the Kasaba dam, a year later than planned and twice as dear.
body| It was published: 300 pages on what went wrong, written by engineers from three universities in the region.
`,
  },
  {
    name: 'a line of date, section and reading time',
    title: 'Bees return to the harbour quarter',
    byline: 'Jo Lindqvist',
    date: '2023-06-09 text',
    text: `
title| Bees return to the harbour quarter
boilerplate| Jun 9, 2023 | Nature | 4 min read
boilerplate| Words by Jo Lindqvist
body| Eleven hives now stand on the roofs of the harbour quarter, where no bees had been kept since the war.
body| Each hive gives about thirty kilos of honey a year, says the woman who looks after all of them.
`,
  },
  {
    name: 'published without a date, and updated with one',
    title: 'Fire at tyre depot burns for second day',
    date: '2021-08-17 text',
    text: `
title| Fire at tyre depot burns for second day
boilerplate| Published:
boilerplate| Last updated: 17 August 2021 at 9.30 a.m.
body| A fire at a tyre depot in Split burned for a second day on Tuesday and forced 600 people out of their homes.
body| The fire brigade hopes to have it under control by the evening, its commander told reporters at the scene.
`,
  },
  {
    name: 'a label before the headline and the outlet behind it',
    title: 'Ferry strike called off',
    agency: 'BBC News',
    text: `
title| [BREAKING: ]Ferry strike called off[ - BBC News]
body| Ferry crews on the western isles have called off a strike that was due to begin at midnight on Friday.
body| Their union said that it had been offered a rise of six per cent, and that members would vote on it next week.
`,
  },
  {
    name: 'related links and advertisements between paragraphs',
    title: 'Rain ends the driest spring in decades',
    text: `
title| Rain ends the driest spring in decades
body| Rain fell on most of the island on Sunday for the first time since February, the weather service said.
boilerplate| Advertisement
body| Reservoirs stood at 31 per cent before the rain came, the lowest figure for May since records began.
boilerplate| READ ALSO: Ten ways to save water at home
body| Farmers had begun to sell cattle for want of grass, the chairman of their association told a local radio station.
boilerplate| Follow us on Facebook and Instagram
`,
  },
  {
    name: 'a story that asks the reader to stay',
    text: `
body| [UPDATE: ]Police have closed the bridge over the Aire in both directions after a lorry overturned at about 7 a.m.
body| The driver was taken to hospital with a broken arm, a police spokesman said, and nobody else was hurt.
boilerplate| This is a developing story. Check back for updates.
`,
  },
  {
    name: 'a copyright line that names the outlet',
    title: 'Library lends out seeds',
    agency: 'The Fenland Echo',
    text: `
title| Library lends out seeds
body| The library in Ely has begun to lend out packets of seeds, to be given back after the harvest as new seeds.
body| More than 200 readers have taken part since April, and beans were the most wanted, said the librarian.
boilerplate| © 2019 The Fenland Echo. All rights reserved.
`,
  },
  {
    name: 'an interview whose last answers speak of "we" is not cut',
    title: 'The baker who went back to rye',
    text: `
title| The baker who went back to rye
body| Greta Holm bakes four hundred loaves a night, and all of them are made of rye from fields around the town.
body| She says that customers came back for the taste, and that schools now order from her twice a week.
body| We believe in bread that keeps for a week, says the sign above her door, and we never add anything to it.
boilerplate| Comments (14)
`,
  },
  {
    name: 'a single sentence is body',
    text: `
body| Kestrel Air cancelled 40 flights on Monday
`,
  },
  {
    name: 'questions as headings',
    title: 'How the new bus lanes work',
    text: `
title| How the new bus lanes work
body| Buses get their own lanes on six roads from Monday, and cars that use them will be fined eighty francs.
title| Who may use the lanes?
body| Buses, taxis with passengers and cyclists may use the lanes at any time of the day, the canton says.
title| What happens at night?
body| The lanes are open to everybody from ten in the evening until five in the morning, except on the bridge.
`,
  },
  {
    name: 'share buttons and counts',
    title: 'Observatory finds ninth comet this year',
    text: `
title| Observatory finds ninth comet this year
boilerplate| 1.2K
boilerplate| Facebook
boilerplate| Twitter
boilerplate| WhatsApp
boilerplate| Email
body| Astronomers at the observatory of La Palma have found a ninth comet this year, as bright as a distant street lamp.
body| It will pass the Sun in October at a distance of 90 million kilometres, they wrote in a circular on Monday.
boilerplate| 3 Comments
boilerplate| Log in to leave a comment
boilerplate| Tags: astronomy, comets, La Palma
`,
  },
  {
    name: 'a question as the title, a standfirst, and who wrote it below',
    title: 'Why do the storks stay in winter?',
    byline: 'Pia Holst',
    text: `
title| Why do the storks stay in winter?
body| Fewer and fewer of the birds fly south, and rubbish is one of the reasons.
boilerplate| By Pia Holst
body| About 3,000 storks spent the winter in the valley of the Ebro last year, twice as many as ten years before.
`,
  },
]
