"""What invented directories are made of: real towns with their positions, invented names."""

# Town, ceremonial county, outward part of its postcodes, latitude, longitude, thousands of people.
_TOWNS = """\
Camden|Greater London|NW1|51.539|-0.143|210
Hackney|Greater London|E8|51.545|-0.055|260
Lambeth|Greater London|SW2|51.457|-0.117|318
Croydon|Greater London|CR0|51.376|-0.098|390
Ealing|Greater London|W5|51.513|-0.304|367
Barnet|Greater London|EN5|51.653|-0.200|389
Newham|Greater London|E15|51.541|0.003|351
Bromley|Greater London|BR1|51.406|0.015|330
Birmingham|West Midlands|B1|52.480|-1.903|1145
Leeds|West Yorkshire|LS1|53.799|-1.549|812
Sheffield|South Yorkshire|S1|53.381|-1.470|557
Bradford|West Yorkshire|BD1|53.795|-1.760|547
Manchester|Greater Manchester|M1|53.480|-2.242|553
Liverpool|Merseyside|L1|53.408|-2.991|487
Bristol|Bristol|BS1|51.454|-2.588|473
Leicester|Leicestershire|LE1|52.637|-1.140|369
Coventry|West Midlands|CV1|52.407|-1.512|346
Nottingham|Nottinghamshire|NG1|52.955|-1.149|324
Newcastle upon Tyne|Tyne and Wear|NE1|54.978|-1.618|301
Sunderland|Tyne and Wear|SR1|54.906|-1.381|275
Wolverhampton|West Midlands|WV1|52.587|-2.129|264
Plymouth|Devon|PL1|50.376|-4.143|265
Derby|Derbyshire|DE1|52.922|-1.476|262
Southampton|Hampshire|SO14|50.910|-1.404|249
Portsmouth|Hampshire|PO1|50.819|-1.088|208
Brighton|East Sussex|BN1|50.823|-0.137|277
Hull|East Riding of Yorkshire|HU1|53.744|-0.339|267
Stoke-on-Trent|Staffordshire|ST1|53.003|-2.180|258
Milton Keynes|Buckinghamshire|MK9|52.041|-0.759|287
Northampton|Northamptonshire|NN1|52.237|-0.894|243
Luton|Bedfordshire|LU1|51.879|-0.417|225
Reading|Berkshire|RG1|51.455|-0.971|174
Norwich|Norfolk|NR1|52.630|1.297|144
Bournemouth|Dorset|BH1|50.719|-1.880|198
Middlesbrough|North Yorkshire|TS1|54.574|-1.235|144
Bolton|Greater Manchester|BL1|53.578|-2.429|184
Peterborough|Cambridgeshire|PE1|52.573|-0.243|216
Swindon|Wiltshire|SN1|51.558|-1.782|183
York|North Yorkshire|YO1|53.960|-1.082|202
Gloucester|Gloucestershire|GL1|51.865|-2.244|132
Exeter|Devon|EX1|50.725|-3.527|131
Ipswich|Suffolk|IP1|52.057|1.148|140
Cambridge|Cambridgeshire|CB1|52.205|0.122|146
Oxford|Oxfordshire|OX1|51.752|-1.258|162
Blackpool|Lancashire|FY1|53.817|-3.036|141
Preston|Lancashire|PR1|53.763|-2.704|148
Huddersfield|West Yorkshire|HD1|53.645|-1.785|141
Doncaster|South Yorkshire|DN1|53.523|-1.134|109
Rotherham|South Yorkshire|S60|53.430|-1.357|110
Barnsley|South Yorkshire|S70|53.553|-1.483|97
Wigan|Greater Manchester|WN1|53.545|-2.637|108
Stockport|Greater Manchester|SK1|53.408|-2.149|117
Oldham|Greater Manchester|OL1|53.541|-2.118|110
Warrington|Cheshire|WA1|53.390|-2.597|174
Chester|Cheshire|CH1|53.193|-2.893|92
Crewe|Cheshire|CW1|53.099|-2.442|76
Lincoln|Lincolnshire|LN1|53.230|-0.541|104
Grimsby|Lincolnshire|DN31|53.567|-0.081|86
Boston|Lincolnshire|PE21|52.978|-0.026|46
Colchester|Essex|CO1|51.889|0.904|130
Chelmsford|Essex|CM1|51.736|0.469|111
Southend-on-Sea|Essex|SS1|51.538|0.711|180
Basildon|Essex|SS14|51.576|0.489|115
Maidstone|Kent|ME14|51.272|0.523|110
Canterbury|Kent|CT1|51.280|1.079|55
Dover|Kent|CT16|51.128|1.313|42
Hastings|East Sussex|TN34|50.855|0.573|91
Crawley|West Sussex|RH10|51.110|-0.187|118
Worthing|West Sussex|BN11|50.811|-0.371|112
Guildford|Surrey|GU1|51.236|-0.570|77
Woking|Surrey|GU21|51.319|-0.558|104
Basingstoke|Hampshire|RG21|51.267|-1.088|115
Winchester|Hampshire|SO23|51.063|-1.310|48
Salisbury|Wiltshire|SP1|51.069|-1.794|42
Bath|Somerset|BA1|51.381|-2.359|94
Taunton|Somerset|TA1|51.015|-3.106|60
Yeovil|Somerset|BA20|50.942|-2.633|50
Torquay|Devon|TQ1|50.462|-3.525|53
Barnstaple|Devon|EX31|51.080|-4.058|46
Truro|Cornwall|TR1|50.263|-5.051|21
Penzance|Cornwall|TR18|50.119|-5.537|15
Newquay|Cornwall|TR7|50.415|-5.075|24
Cheltenham|Gloucestershire|GL50|51.900|-2.078|118
Hereford|Herefordshire|HR1|52.056|-2.716|53
Worcester|Worcestershire|WR1|52.193|-2.221|104
Shrewsbury|Shropshire|SY1|52.708|-2.754|77
Telford|Shropshire|TF3|52.676|-2.449|156
Stafford|Staffordshire|ST16|52.806|-2.117|71
Burton upon Trent|Staffordshire|DE14|52.805|-1.637|76
Tamworth|Staffordshire|B79|52.634|-1.691|79
Walsall|West Midlands|WS1|52.586|-1.982|71
Dudley|West Midlands|DY1|52.512|-2.081|79
Solihull|West Midlands|B91|52.412|-1.778|126
Rugby|Warwickshire|CV21|52.371|-1.261|78
Kettering|Northamptonshire|NN16|52.398|-0.726|63
Bedford|Bedfordshire|MK40|52.136|-0.467|106
Stevenage|Hertfordshire|SG1|51.903|-0.202|94
Watford|Hertfordshire|WD17|51.656|-0.397|131
St Albans|Hertfordshire|AL1|51.752|-0.339|75
Aylesbury|Buckinghamshire|HP20|51.816|-0.809|63
High Wycombe|Buckinghamshire|HP13|51.629|-0.749|75
Slough|Berkshire|SL1|51.511|-0.595|158
Great Yarmouth|Norfolk|NR30|52.608|1.729|38
King's Lynn|Norfolk|PE30|52.752|0.396|47
Bury St Edmunds|Suffolk|IP33|52.246|0.711|41
Lowestoft|Suffolk|NR32|52.481|1.754|71
Chesterfield|Derbyshire|S40|53.235|-1.421|88
Mansfield|Nottinghamshire|NG18|53.143|-1.197|77
Worksop|Nottinghamshire|S80|53.302|-1.124|44
Scarborough|North Yorkshire|YO11|54.283|-0.400|61
Harrogate|North Yorkshire|HG1|53.992|-1.541|75
Darlington|County Durham|DL1|54.524|-1.555|92
Durham|County Durham|DH1|54.776|-1.576|48
Hartlepool|County Durham|TS24|54.691|-1.213|88
Gateshead|Tyne and Wear|NE8|54.953|-1.603|78
Hexham|Northumberland|NE46|54.971|-2.101|11
Berwick-upon-Tweed|Northumberland|TD15|55.770|-2.005|12
Carlisle|Cumbria|CA1|54.895|-2.935|75
Barrow-in-Furness|Cumbria|LA14|54.111|-3.226|55
Kendal|Cumbria|LA9|54.328|-2.746|29
Lancaster|Lancashire|LA1|54.047|-2.801|52
Burnley|Lancashire|BB11|53.789|-2.248|78
Blackburn|Lancashire|BB1|53.748|-2.482|121
Southport|Merseyside|PR8|53.645|-3.010|94
Birkenhead|Merseyside|CH41|53.393|-3.014|110
Wakefield|West Yorkshire|WF1|53.683|-1.499|109
Halifax|West Yorkshire|HX1|53.722|-1.863|88
Newport (Isle of Wight)|Isle of Wight|PO30|50.701|-1.291|26
"""

# Parts of invented districts and surnames: some 4,000 words between them.
_BEGINNINGS = """\
Ash Birch Black Brad Bram Brook Burn Cal Carl Chal Charl Clay Cold Cran Crow Dal Den Dun East Elm
Fair Farn Fern Flax Fox Gold Green Grims Hale Hart Hawk Hazel Heath High Hol Horn Hunt Kel Kirk
Lang Lark Leigh Lind Long Mar Mel Mill Moor Nether New North Oak Old Orch Over Pen Pres Quarn Rad
Red Rush Sand Sel Shel Ship Skel Snow South Stan Stone Stur Sut Swal Thorn Thur Up Wal Ward Wel
West Whit Wil Win Wood Wool Wy Yar"""
_PLACE_ENDS = """\
acre bank beck berry borough bourne bridge brook burgh bury by church cliff combe cote croft dale
den don down field ford gate grange grove ham hampton hill holme hurst leigh ley low mead mere
mouth ness over port ridge shaw side stead stoke thorpe thwaite ton try wardine water well wick
wold wood worth"""
_SURNAME_ENDS = """\
acre bourn bury combe cote croft den dred er ers fold ford gar gill ham head house ing ington kin
land lock man mon more nall ney ridge rick row saw ser shall smith son stock terson vey ward well
wright yard"""

STREETS = """\
Abbey Albert Alma Barrack Beech Belmont Bridge Broad Canal Castle Cavendish Cedar Chapel Cherry
Church Clarence College Commercial Coronation Cross Derwent Dove Duke Durham Elm Fairfield Ferry
Garden George Grange Grove Harbour High Hill Holly Jubilee King's Lancaster Laurel London Main
Manor Market Mill Nelson North Northgate Park Parliament Poplar Priory Prospect Quarry Queen's
Railway Rectory Regent River Salisbury School Silver South Spring St John's St Mary's Station
Stone Tower Trinity Union Vale Vicarage Victoria Wellington West Westgate William Willow Windsor
York"""
ROADS = ("Road", "Street", "Lane", "Avenue", "Close", "Way", "Place", "Terrace", "Hill", "Drive")
VENUES = """\
Health Centre|Medical Centre|Community Hospital|Community Centre|Resource Centre|Library|Town Hall
Primary Care Centre|Clinic|Family Hub|Leisure Centre|House|Village Hall|Wellbeing Hub|Day Centre"""
TRADES = {
    "pharmacy": "Pharmacy|Chemist|Late Night Pharmacy|Healthcare Pharmacy|Dispensing Chemist",
    "optician": "Opticians|Eye Care|Eyecare Centre|Optometrists|Vision",
    "dentist": "Dental Practice|Dental Care|Dental Surgery|Smiles|Orthodontics and Dental",
}

WEEKLY_HOURS = (
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 09:00-17:30; PH off",
    "Mo-Fr 08:30-18:30; Sa 09:00-13:00; PH off",
    "Mo-Fr 09:00-13:00,14:00-17:30; Sa 09:00-12:30; PH off",
    "Mo-Sa 09:00-17:30; PH off",
    "Mo-Sa 07:00-22:00; Su 10:00-16:00; PH 10:00-16:00",
    "Mo-Fr 08:00-18:30",
    "Mo,We,Fr 09:30-15:30; PH off",
    "Tu,Th 10:00-16:00; PH off",
    "Tu 18:00-20:30; Sa 10:00-12:00; PH off",
    "Mo-Th 09:00-17:00; Fr 09:00-16:30; PH off",
    "Mo-Su,PH 08:00-20:00",
    "Mo-Su 10:00-22:00",
    "Fr-Sa 20:00-02:00",
    "Mo-Fr 09:00-17:00; PH off; 2026 Dec 24-2026 Dec 31 off",
    "24/7",
)
CLAUSES = """\
Groups meet weekly|Home visits within {area}|Evening appointments can be asked for
Level access and a hearing loop|Bring a list of your medicines|Text reminders are sent
Run with volunteers from {area}|Families are welcome|First contact is by telephone
Drop in at {venue}|For people living in {area} and the villages around it|Parking behind {venue}
Interpreters can be booked|Young people may come with a friend|In person, by telephone or by video
The team also visits {venue}|Started by {surname} Trust|Funded by {town} council until next year"""
ALERTS = """\
Closed for building work this week|Telephone lines are busy on Mondays|Moved to {venue}
Short of staff: longer waits|Taking urgent requests only|New number from next month"""
WAITS = "same day|2 to 3 days|about 1 week|2 weeks|4 to 6 weeks|8 weeks|12 weeks|18 weeks or more"
OWNERS = "Practice manager|Reception lead|Care coordinator|Social prescriber"


def towns() -> list[tuple[str, str, str, float, float, int]]:
    """Towns: name, county, outward postcode, latitude, longitude, thousands of people."""
    found = []
    for line in _TOWNS.splitlines():
        name, county, outward, latitude, longitude, people = line.split("|")
        found.append((name, county, outward, float(latitude), float(longitude), int(people)))
    return found


def districts() -> list[str]:
    """Invented names of districts and villages."""
    return [start + end for start in _BEGINNINGS.split() for end in _PLACE_ENDS.split()]


def surnames() -> list[str]:
    """Invented surnames."""
    return [start + end for start in _BEGINNINGS.split() for end in _SURNAME_ENDS.split()]


def listed(table: str) -> list[str]:
    """The entries of a table written with | and line ends between them."""
    return [entry for line in table.splitlines() for entry in line.split("|")]


def street_names() -> list[str]:
    """Names that streets carry: "St John's" is one of them."""
    return [name.replace("_", " ") for name in STREETS.replace("St ", "St_").split()]
