package directory

// bigPlaces are towns and cities that people name who are not in the area, each
// with an outcode of its centre, which tells the part of the country. A place
// of the area's own with the same name comes first. The nearest are listed down
// to small towns, since that is where people ask from.
var bigPlaces = []struct{ name, outcode string }{
	{"Sheffield", "S1"}, {"Nottingham", "NG1"}, {"Leicester", "LE1"}, {"Manchester", "M1"},
	{"Stockport", "SK1"}, {"Macclesfield", "SK11"}, {"Mansfield", "NG18"}, {"Worksop", "S80"},
	{"Burton upon Trent", "DE14"}, {"Burton on Trent", "DE14"}, {"Burton", "DE14"}, {"Rotherham", "S60"}, {"Barnsley", "S70"},
	{"Doncaster", "DN1"}, {"Stoke-on-Trent", "ST1"}, {"Stoke", "ST4"}, {"Stafford", "ST16"}, {"Uttoxeter", "ST14"},
	{"Leek", "ST13"}, {"Loughborough", "LE11"}, {"Coalville", "LE67"}, {"Tamworth", "B79"}, {"Lichfield", "WS13"},
	{"Hinckley", "LE10"}, {"Newark", "NG24"}, {"Grantham", "NG31"}, {"Beeston", "NG9"}, {"Hucknall", "NG15"},
	{"Arnold", "NG5"}, {"Sutton in Ashfield", "NG17"}, {"Kirkby in Ashfield", "NG17"}, {"Retford", "DN22"},
	{"Birmingham", "B1"}, {"Wolverhampton", "WV1"}, {"Walsall", "WS1"}, {"Dudley", "DY1"}, {"Coventry", "CV1"},
	{"Solihull", "B91"}, {"Rugby", "CV21"}, {"Northampton", "NN1"}, {"Peterborough", "PE1"}, {"Lincoln", "LN1"},
	{"Leeds", "LS1"}, {"Bradford", "BD1"}, {"Wakefield", "WF1"}, {"Huddersfield", "HD1"}, {"Halifax", "HX1"},
	{"York", "YO1"}, {"Hull", "HU1"}, {"Grimsby", "DN31"}, {"Scunthorpe", "DN15"}, {"Oldham", "OL1"},
	{"Rochdale", "OL16"}, {"Bolton", "BL1"}, {"Bury", "BL9"}, {"Salford", "M5"}, {"Wigan", "WN1"},
	{"Warrington", "WA1"}, {"Liverpool", "L1"}, {"Birkenhead", "CH41"}, {"Chester", "CH1"}, {"Crewe", "CW1"},
	{"Blackburn", "BB1"}, {"Burnley", "BB11"}, {"Preston", "PR1"}, {"Blackpool", "FY1"}, {"Lancaster", "LA1"},
	{"Newcastle upon Tyne", "NE1"}, {"Newcastle", "NE1"}, {"Sunderland", "SR1"}, {"Middlesbrough", "TS1"},
	{"Durham", "DH1"}, {"Darlington", "DL1"}, {"Carlisle", "CA1"}, {"London", "WC2N"}, {"Croydon", "CR0"},
	{"Luton", "LU1"}, {"Watford", "WD17"}, {"Slough", "SL1"}, {"Reading", "RG1"}, {"Oxford", "OX1"},
	{"Milton Keynes", "MK9"}, {"Bedford", "MK40"}, {"Cambridge", "CB1"}, {"Norwich", "NR1"}, {"Ipswich", "IP1"},
	{"Colchester", "CO1"}, {"Southend", "SS1"}, {"Chelmsford", "CM1"}, {"Brighton", "BN1"},
	{"Portsmouth", "PO1"}, {"Southampton", "SO14"}, {"Bournemouth", "BH1"}, {"Bristol", "BS1"}, {"Bath", "BA1"},
	{"Gloucester", "GL1"}, {"Cheltenham", "GL50"}, {"Swindon", "SN1"}, {"Exeter", "EX1"}, {"Plymouth", "PL1"},
	{"Worcester", "WR1"}, {"Hereford", "HR1"}, {"Telford", "TF3"}, {"Shrewsbury", "SY1"},
	{"Cardiff", "CF10"}, {"Swansea", "SA1"}, {"Newport", "NP20"}, {"Wrexham", "LL13"},
	{"Glasgow", "G1"}, {"Edinburgh", "EH1"}, {"Aberdeen", "AB10"}, {"Dundee", "DD1"}, {"Inverness", "IV1"},
	{"Belfast", "BT1"},
}
