package sqlite_test

import (
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
	"signpost/directory/sqlite"
)

var june = time.Date(2030, time.June, 2, 13, 5, 0, 0, time.UTC)

func id(n int) directory.ID { return directory.NewID("test", fmt.Sprint(n)) }

// full is a service with something in every field.
func full() *directory.Service {
	origin := func(n string) directory.Origin {
		return directory.Origin{
			Owner: "millbrook", Source: "millbrook", SourceID: n, URL: "https://millbrook.example/" + n,
			Label: "Town leaflet", Date: "2030-05", Mark: directory.MarkB,
		}
	}
	return &directory.Service{
		ID: id(1),
		Organisation: directory.Organisation{
			ID: id(2), Name: "Millbrook Polish Society", Description: "Neighbours.", Email: "hello@millbrook.example",
			Website: "https://millbrook.example", Community: true,
			Identifiers: []directory.Identifier{
				{Scheme: "GB-CHC", Type: "Charity number", Identifier: "EXAMPLE-1"}, {Type: "Club register", Identifier: "7"},
			},
			Origin: origin("o2"), Extra: []byte(`{"founded":1990}`),
		},
		Name: "Café Łódź", Description: "Tea and talk in Polish on Thursdays.", Kind: "drop-in",
		Group: directory.LocalCommunity, Status: directory.Active, Alert: "New room",
		Needs:       []directory.Need{directory.Loneliness, directory.Anxiety},
		Communities: []directory.Welcome{{Community: "polish", Confirmed: true}, {Community: "roma", Only: true}},
		Languages:   []directory.Speaks{{Language: "pl", Confirmed: true}, {Language: "en"}},
		Interpreter: true,
		Ways:        []directory.Way{directory.ByPhone, directory.InPerson},
		GetIn:       []directory.GetIn{directory.RingFirst, directory.DropIn},
		HowToReach:  "Ring the bell.", Gender: directory.Women, MinAge: 18, MaxAge: 99, Eligibility: "Anyone in Millbrook",
		Cost:   directory.Cost{Free: true, Note: "tea is 20p"},
		Access: []directory.Access{directory.StepFree, directory.BSL},
		Phones: []directory.Phone{
			{ID: id(3), Number: "01632 960001", Label: "Office", Mark: directory.MarkA},
			{ID: id(4), Number: "07700 900001", Label: "text CAFE", Text: true, Mark: directory.MarkB},
			{ID: id(14), Number: "01632 960002", Contact: id(16), Mark: directory.MarkB},
		},
		Contacts: []directory.Contact{{ID: id(15), Email: "advice@millbrook.example"}, {ID: id(16), Title: "Welfare rights"}},
		Email:    "cafe@millbrook.example", Website: "https://millbrook.example/cafe",
		Places: []directory.ServiceAtLocation{
			{ID: id(5), Location: directory.Location{
				ID: id(6), Name: "Mill House", Address: directory.Address{Line: "1 Weir Lane", Town: "Millbrook", Postcode: "XX1 1AA"},
				Point: directory.Point{Lat: 53.1, Lon: -1.5}, Exact: true, Access: []directory.Access{directory.HearingLoop, directory.StepFree},
				Note: "Blue door",
			}},
			{ID: id(7), Location: directory.Location{ID: id(8), Name: "Library", Access: []directory.Access{directory.QuietSpace}}},
			{ID: id(17), Location: directory.Location{ID: id(8), Name: "Library", Access: []directory.Access{directory.QuietSpace}}},
			{ID: id(18), Location: directory.Location{ID: id(8), Name: "Library, upstairs"}},
		},
		Areas: []directory.Area{{ID: "weirside", Name: "Weirside", URI: "https://area.example/1"}, {ID: directory.UKWide}},
		Schedules: []directory.Schedule{
			{
				ID: id(9), Place: id(5), Freq: directory.Weekly, Interval: 2,
				ByDay: []directory.DayRule{{Day: time.Thursday}, {Day: time.Sunday}}, Start: "2030-01-03", ValidFrom: "2030-01-01",
				ValidTo: "2030-12-31", Opens: 600, Closes: 720, Way: directory.InPerson, Description: "Thursdays", Session: true,
			},
			{ID: id(10), Freq: directory.Monthly, ByDay: []directory.DayRule{{Day: time.Monday, Nth: 1}, {Day: time.Friday, Nth: -1}}, Closes: 1440},
			{ID: id(11), Freq: directory.Monthly, ByMonthDay: []int{1, 15, -1}, Opens: 540, Closes: 60},
		},
		Exceptions: []directory.Exception{
			{ID: id(12), Schedule: id(9), Original: "2030-06-06T10:00", NewStart: "2030-06-07T11:00", NewEnd: "2030-06-07T12:00", Place: id(7), Reason: "Fair"},
			{ID: id(13), From: "2030-12-24", To: "2030-12-26", Closed: true, Reason: "Christmas"},
		},
		Hours: "Thursdays 10 to 12", Origin: origin("s1"), Assured: directory.Assurance{On: "2030-05-30", Role: "group admin"},
		Translations: []directory.Translation{
			{Field: "name", Language: "pl", Text: "Kawiarnia Łódź", Hash: "abc", Reviewed: directory.Assurance{On: "2030-05-01", Role: "named speaker"}},
			{Field: "description", Language: "ar", Text: "المساعدة بالعربية", Hash: "def", Machine: true},
		},
		Example: true, Version: 1, Modified: june.Add(-time.Hour), Extra: []byte(`{"pc_id":7}`),
	}
}

func openDirectory(t testing.TB, path string) *sqlite.Directory {
	t.Helper()
	d, err := sqlite.OpenDirectory(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func each(services ...*directory.Service) iter.Seq2[*directory.Service, error] {
	return func(yield func(*directory.Service, error) bool) {
		for _, s := range services {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func importAll(t testing.TB, d *sqlite.Directory, source string, services ...*directory.Service) sqlite.Report {
	t.Helper()
	r, err := d.Import(t.Context(), june, sqlite.Source{Name: source}, each(services...))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func collect(t testing.TB, d *sqlite.Directory) []*directory.Service {
	t.Helper()
	var out []*directory.Service
	for s, err := range d.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

func TestRoundTrip(t *testing.T) {
	path := t.TempDir()
	d := openDirectory(t, path)
	want := full()
	bare := &directory.Service{
		ID: id(20), Name: "Bare", Confidential: true, Status: directory.Active, Version: 1, Modified: june,
		Origin: directory.Origin{Owner: "millbrook", Source: "millbrook", SourceID: string(id(20))},
	}
	if diff := cmp.Diff(sqlite.Report{Added: 2}, importAll(t, d, "millbrook", full(), bare)); diff != "" {
		t.Error(diff)
	}
	d.Close()

	d = openDirectory(t, filepath.Join(path, "directory.db"))
	got, err := d.Service(t.Context(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]*directory.Service{want, bare}, collect(t, d)); diff != "" {
		t.Error(diff)
	}
	some, err := d.Services(t.Context(), []directory.ID{bare.ID, id(999), want.ID})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]*directory.Service{bare, want}, some); diff != "" {
		t.Error(diff)
	}
	if _, err := d.Service(t.Context(), id(999)); !errors.Is(err, directory.ErrNotFound) {
		t.Errorf("%v, want ErrNotFound", err)
	}
	organisation, err := d.Organisation(t.Context(), id(2))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Organisation, organisation); diff != "" {
		t.Error(diff)
	}
	all, err := d.Organisations(t.Context())
	if err != nil || len(all) != 1 {
		t.Errorf("%d organisations, %v, want 1", len(all), err)
	}
	if _, err := d.Organisation(t.Context(), id(999)); !errors.Is(err, directory.ErrNotFound) {
		t.Errorf("%v, want ErrNotFound", err)
	}
}
