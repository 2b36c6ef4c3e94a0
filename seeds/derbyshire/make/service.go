package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"signpost/directory"
)

const source = "derbyshire"

// service is what of a record may be shown.
func (m *mappings) service(f fact) (*directory.Service, error) {
	s := &directory.Service{
		ID: directory.NewID(source, f.ID), Name: f.Name, Description: said(f.Offers), Kind: f.Kind,
		Group: directory.Group(f.Group), Status: directory.Active,
		Origin: directory.Origin{
			Owner: source, Source: source, SourceID: f.ID, URL: f.SourceURL, Label: f.SourceLabel,
			Date: f.SourceDate, Mark: directory.Mark(f.best()),
		},
		Confidential: confidential(f),
		HowToReach:   f.howToReach(), Cost: cost(f),
	}
	s.Organisation = directory.Organisation{
		ID: directory.NewID(source, "organisation/"+strings.ToLower(f.Organisation)), Name: f.Organisation,
		Origin: directory.Origin{Owner: source, Source: source, SourceID: "organisation/" + strings.ToLower(f.Organisation)},
	}
	if f.mark("opening_hours") != "" {
		s.Hours = said(f.OpeningHours)
	}
	s.Schedules = schedules(f)
	m.contacts(s, f)
	m.areas(s, f)
	who(s, f)
	access(s, f)
	if err := m.words(s, f); err != nil {
		return nil, err
	}
	s.Organisation.Community = community(s, f)
	ways(s, f)
	return s, nil
}

// community reports a group that a community runs for itself: a member of the
// scheme, or one that could be.
func community(s *directory.Service, f fact) bool {
	return s.Group == directory.LocalCommunity && len(s.Communities) > 0 &&
		slices.Contains([]string{"community-group", "faith-centre", "drop-in", "refugee-support"}, f.Kind) &&
		!strings.Contains(f.Organisation, "Council") && !strings.Contains(f.Organisation, "Red Cross")
}

// confidential reports a local service whose place must not be shown: places of
// safety.
func confidential(f fact) bool {
	national := slices.Contains(f.Districts, directory.UKWide) || slices.Contains(f.Districts, directory.EnglandWide)
	return !national && slices.Contains([]string{"domestic-abuse", "sexual-violence", "crisis-drop-in"}, f.Kind)
}

func (m *mappings) contacts(s *directory.Service, f fact) {
	add := func(field, number, label string, text bool) {
		mark := f.mark(field)
		if number == "" || mark == "" {
			return
		}
		s.Phones = append(s.Phones, directory.Phone{
			ID:     directory.NewID(source, f.ID+"/phone/"+strconv.Itoa(len(s.Phones))),
			Number: number, Label: label, Text: text, Mark: directory.Mark(mark),
		})
	}
	add("phone", f.Phone, "", false)
	if number, label := other(f.PhoneOther); number != "" {
		add("phone", number, label, false) // it has no mark of its own and shares the main line's source
	}
	number, label := text(f.SMS)
	add("sms", number, label, true)
	if f.mark("email") != "" {
		s.Email = f.Email
	}
	if f.mark("website") != "" {
		s.Website = f.Website
	}
	if f.Address == "" || !f.PublicVenue || s.Confidential || f.mark("address") == "" {
		return
	}
	line, town := f.Address, ""
	if i := strings.LastIndex(f.Address, ", "); i > 0 {
		line, town = f.Address[:i], f.Address[i+2:]
	}
	outcode, _, _ := strings.Cut(f.Postcode, " ")
	if outcode == "" {
		outcode = m.towns[town]
	}
	s.Places = []directory.ServiceAtLocation{{
		ID: directory.NewID(source, f.ID+"/at"),
		Location: directory.Location{
			ID:      directory.NewID(source, f.ID+"/location"),
			Address: directory.Address{Line: line, Town: town, Postcode: f.Postcode},
			Point:   m.outcodes[outcode], // the middle of the postcode district or of the town, no finer
		},
	}}
}

var numberWithLabel = regexp.MustCompile(`^([0-9][0-9 ]+[0-9])(?: \(([^()]*)\))?$`)

// other takes a second number apart. A number that another, older source gives
// is a conflict to settle and not a second line.
func other(s string) (number, label string) {
	m := numberWithLabel.FindStringSubmatch(s)
	if m == nil || strings.Contains(m[2], "notice") {
		return "", ""
	}
	return m[1], m[2]
}

var textForm = regexp.MustCompile(`^Text (?:([A-Z]+) to )?([0-9]+)(.*)$`)

// text takes a text line apart into its number and what to send, or whom it is
// for.
func text(s string) (number, label string) {
	if m := textForm.FindStringSubmatch(s); m != nil {
		if m[3] != "" {
			return m[2], s
		}
		return m[2], m[1]
	}
	if m := numberWithLabel.FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	return "", ""
}

// allDistricts is the length of the list that is a default.
const allDistricts = 9

func (m *mappings) areas(s *directory.Service, f fact) {
	if len(f.Districts) == allDistricts && !f.stated("Derbyshire") && !f.stated("the county") {
		return // the source is silent
	}
	for _, id := range f.Districts {
		area, ok := m.districts[id]
		if !ok {
			area = directory.Area{ID: id, Name: strings.ReplaceAll(id, "-", " ")}
		}
		s.Areas = append(s.Areas, area)
	}
}

var ageForm = regexp.MustCompile(`^(?:(\d+)\+|under (\d+)|(\d+)-(\d+)\b.*)$`)

func who(s *directory.Service, f fact) {
	switch {
	case doubtful.MatchString(f.ForAges) || f.ForAges == "all":
	case f.ForAges == "adults":
		s.MinAge = 18
	default:
		m := ageForm.FindStringSubmatch(f.ForAges)
		if m == nil {
			prefix := "For "
			if f.ForAges[0] <= '9' {
				prefix = "From "
			}
			s.Eligibility = prefix + f.ForAges + "."
			break
		}
		s.MinAge, _ = strconv.Atoi(m[1] + m[3])
		if under, err := strconv.Atoi(m[2]); err == nil {
			s.MaxAge = under - 1
		}
		if to, err := strconv.Atoi(m[4]); err == nil {
			s.MaxAge = to
		}
	}
	switch f.ForGender {
	case "men":
		s.Gender = directory.Men
	case "women", "women and girls", "women and children", "women (others are signposted)":
		s.Gender = directory.Women
	case "all":
	default:
		s.Eligibility = strings.TrimSpace("For " + f.ForGender + ". " + s.Eligibility)
	}
}

var free = regexp.MustCompile(`\b[Ff]ree\b`)

func cost(f fact) directory.Cost {
	switch {
	case f.Cost == "free" && (free.MatchString(f.Offers) || free.MatchString(f.HowToReach)):
		return directory.Cost{Free: true}
	case f.Cost == "free" || doubtful.MatchString(f.Cost):
		return directory.Cost{} // "free" alone is a default
	case strings.Contains(f.Cost, "rate") && f.Phone != "" && !strings.Contains(f.Cost, ";"):
		return directory.Cost{Note: "Calls: " + strings.TrimPrefix(f.Cost, "charged at ")}
	}
	return directory.Cost{Note: strings.ToUpper(f.Cost[:1]) + f.Cost[1:]}
}

func access(s *directory.Service, f fact) {
	words := f.CommunicationAccess
	if strings.Contains(words, "listed separately") {
		return
	}
	if strings.Contains(words, "BSL") || slices.Contains(f.Languages, "British Sign Language") {
		s.Access = append(s.Access, directory.BSL)
	}
	if strings.Contains(words, "18001") {
		s.Access = append(s.Access, directory.TextRelay)
	}
}

// words reads what the mappings say of the record's own words.
func (m *mappings) words(s *directory.Service, f fact) error {
	needs, ok := m.needs[f.ID]
	if !ok {
		return fmt.Errorf("needs.csv has no line for it")
	}
	for n := range each(needs[0]) {
		s.Needs = append(s.Needs, directory.Need(n))
	}
	for g := range each(needs[1]) {
		s.GetIn = append(s.GetIn, directory.GetIn(g))
	}
	for _, w := range f.ForCommunities {
		c, ok := m.communities[w]
		if !ok {
			return fmt.Errorf("communities.csv has no line for %q", w)
		}
		welcome := directory.Welcome{Community: directory.Community(c[0]), Confirmed: true}
		if c[0] != "" && !slices.Contains(s.Communities, welcome) {
			s.Communities = append(s.Communities, welcome)
		}
		if c[1] != "" && !strings.Contains(s.Eligibility, c[1]) && !slices.Contains(f.ForCommunities, "everyone") {
			s.Eligibility = strings.TrimSpace(c[1] + " " + s.Eligibility)
		}
	}
	for _, w := range f.Languages {
		l, ok := m.languages[f.ID+"/"+w]
		if !ok {
			if l, ok = m.languages[w]; !ok {
				return fmt.Errorf("languages.csv has no line for %q", w)
			}
		}
		for tag := range each(l[0]) {
			s.Languages = append(s.Languages, directory.Speaks{Language: directory.Spoken(tag), Confirmed: l[1] == "yes"})
		}
		s.Interpreter = s.Interpreter || l[1] == "interpreter"
	}
	slices.SortStableFunc(s.Languages, func(a, b directory.Speaks) int {
		return strings.Compare(fmt.Sprint(b.Confirmed), fmt.Sprint(a.Confirmed)) // what is known first
	})
	return nil
}

func each(list string) func(func(string) bool) {
	return strings.FieldsFuncSeq(list, func(r rune) bool { return r == ';' })
}

var online = regexp.MustCompile(`(?i)\bonline\b|web chat|\bchat\b|website|search online`)

// ways are those the record states.
func ways(s *directory.Service, f fact) {
	add := func(w directory.Way, when bool) {
		if when && !slices.Contains(s.Ways, w) {
			s.Ways = append(s.Ways, w)
		}
	}
	meets := slices.Contains([]string{"drop-in", "crisis-drop-in"}, f.Kind) || slices.Contains(s.GetIn, directory.DropIn)
	add(directory.InPerson, len(s.Places) > 0 || meets)
	for _, p := range s.Phones {
		add(directory.ByPhone, !p.Text)
		add(directory.ByText, p.Text)
	}
	site := slices.Contains([]string{"online-support", "self-help-online", "directory", "information"}, f.Kind)
	add(directory.Online, s.Website != "" && (site || online.MatchString(f.HowToReach)) && !strings.Contains(f.HowToReach, "Through the website"))
	add(directory.HomeVisit, f.ID == "crisis-home-treatment-derbyshire")
}
