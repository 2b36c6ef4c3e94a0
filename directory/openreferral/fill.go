package openreferral

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"signpost/directory"
)

// reading is the reading of one record: it knows where things stood.
type reading struct {
	rec  record
	root node
	id   string // the record's own id, for warnings
	warn func(Warning)
}

// line is the line of an offset into the record.
func (rd *reading) line(at int) int {
	return rd.rec.line + bytes.Count(rd.rec.raw[:min(at, len(rd.rec.raw))], []byte("\n"))
}

// field is a path within the record as it is named to a person.
func (rd *reading) field(path string) string {
	if rd.rec.path == "" || path == "" {
		return rd.rec.path + path
	}
	return rd.rec.path + "." + path
}

func (rd *reading) fault(at int, path, text string) error {
	return &Fault{rd.line(at), rd.field(path), text}
}

// doubt notes a warning about the member at path, such as
// "schedules[0].opens_at".
func (rd *reading) doubt(path, text string) {
	n, stood := rd.root.find(path)
	rd.warn(Warning{rd.line(n.at), rd.id, rd.field(stood), text})
}

// find goes along a path as far as it leads. It returns the path with the names
// that the file itself uses.
func (n *node) find(path string) (node, string) {
	at, stood := *n, ""
	for _, part := range strings.Split(path, ".") {
		name, index, indexed := strings.Cut(part, "[")
		next, key := at.member(name)
		if next == nil {
			return at, strings.TrimPrefix(stood+"."+name, ".")
		}
		at, stood = *next, strings.TrimPrefix(stood+"."+key, ".")
		if !indexed {
			continue
		}
		if i, err := strconv.Atoi(strings.TrimSuffix(index, "]")); err == nil && i < len(at.items) {
			at, stood = at.items[i], stood+"["+index
		}
	}
	return at, stood
}

// member is the value under a name of version 3, or under its older name.
func (n *node) member(name string) (*node, string) {
	if n.kind != kindObject {
		return nil, name
	}
	for _, key := range append([]string{name}, olderNames[name]...) {
		for i := len(n.keys) - 1; i >= 0; i-- {
			if n.keys[i] == key {
				return &n.items[i], key
			}
		}
	}
	return nil, name
}

// olderNames are the aliases of the shapes.
var olderNames = map[string][]string{
	"schedules":     {"regular_schedules", "regular_schedule"},
	"addresses":     {"physical_addresses"},
	"accessibility": {"accessibility_for_disabilities"},
	"website":       {"url"},
}

// shape is what the tags of a struct say.
type shape struct {
	fields []shapeField
	byName map[string]int // index into fields
	rest   int            // index of Rest in the struct
}

type shapeField struct {
	index     int
	name      string
	omitEmpty bool
	in        bool // read, never written
}

var shapes sync.Map // of reflect.Type to *shape

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := &shape{byName: map[string]int{}, rest: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Name == "Rest" {
			s.rest = i
			continue
		}
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		s.byName[name] = len(s.fields)
		if alias := f.Tag.Get("alias"); alias != "" {
			s.byName[alias] = len(s.fields)
		}
		s.fields = append(s.fields, shapeField{i, name, option == "omitempty", f.Tag.Get("in") != ""})
	}
	shapes.Store(t, s)
	return s
}

// fill reads a value into a shape. It returns a Fault where the file has another
// kind of value than the standard; null is the same as nothing.
func (rd *reading) fill(n node, v reflect.Value, path string) error {
	if n.kind == kindNull {
		return nil
	}
	switch to := v.Addr().Interface().(type) {
	case *exact:
		if n.kind != kindString {
			return rd.fault(n.at, path, n.kind.said()+` stands where a day or a time in quotation marks should, such as "2030-06-02" or "10:00"`)
		}
		*to = exact(n.text)
		return nil
	case *string:
		return rd.fillString(n, to, path)
	case **float64:
		return rd.fillNumber(n, to, path)
	case *bool:
		return rd.fillBool(n, to, path)
	case **bool:
		*to = new(bool)
		return rd.fillBool(n, *to, path)
	}
	switch v.Kind() {
	case reflect.Slice:
		return rd.fillList(n, v, path)
	case reflect.Map:
		return rd.fillMap(n, v, path)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return rd.fillObject(n, v.Elem(), path)
	case reflect.Struct:
		return rd.fillObject(n, v, path)
	}
	panic("no way to read a " + v.Type().String())
}

func (rd *reading) fillBool(n node, to *bool, path string) error {
	if n.kind == kindArray || n.kind == kindObject {
		return rd.fault(n.at, path, n.kind.said()+" stands where true or false should")
	}
	*to = n.text == "true" || n.text == "1"
	return nil
}

func (rd *reading) fillString(n node, to *string, path string) error {
	if n.kind == kindArray || n.kind == kindObject {
		return rd.fault(n.at, path, n.kind.said()+" stands where text should")
	}
	if n.kind != kindString && !strings.HasSuffix(path, "id") {
		rd.doubt(path, n.kind.said()+" stands where text should; it was read as text")
	}
	*to = n.text
	return nil
}

func (rd *reading) fillNumber(n node, to **float64, path string) error {
	if n.kind == kindArray || n.kind == kindObject {
		return rd.fault(n.at, path, n.kind.said()+" stands where a number should")
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(n.text), 64)
	if err != nil {
		if n.text != "" {
			rd.doubt(path, "this is not a number; it was left out")
		}
		return nil
	}
	if n.kind == kindString {
		rd.doubt(path, "a number stands in quotation marks; it was read as a number")
	}
	*to = &f
	return nil
}

func (rd *reading) fillList(n node, v reflect.Value, path string) error {
	if n.kind != kindArray {
		return rd.fault(n.at, path, n.kind.said()+" stands where a list should")
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
	for i, item := range n.items {
		if err := rd.fill(item, v.Index(i), fmt.Sprintf("%s[%d]", path, i)); err != nil {
			return err
		}
	}
	return nil
}

func (rd *reading) fillMap(n node, v reflect.Value, path string) error {
	if n.kind != kindObject {
		return rd.fault(n.at, path, n.kind.said()+" stands where an object should")
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i, item := range n.items {
		elem := reflect.New(v.Type().Elem()).Elem()
		if err := rd.fill(item, elem, path+"."+n.keys[i]); err != nil {
			return err
		}
		v.SetMapIndex(reflect.ValueOf(n.keys[i]), elem)
	}
	return nil
}

// maxRest is the most one member we have no field for may take: it is kept, but
// it is not worth a picture in every copy of the directory.
const maxRest = 20_000

func (rd *reading) fillObject(n node, v reflect.Value, path string) error {
	if n.kind != kindObject {
		return rd.fault(n.at, path, n.kind.said()+" stands where an object should")
	}
	s := shapeOf(v.Type())
	for i, key := range n.keys {
		inner := strings.TrimPrefix(path+"."+key, ".")
		if f, ok := s.byName[key]; ok {
			if err := rd.fill(n.items[i], v.Field(s.fields[f].index), inner); err != nil {
				return err
			}
			continue
		}
		if s.rest < 0 || n.items[i].kind == kindNull {
			continue
		}
		if key == "contacts" {
			// Those of an organisation, a place or a programme. They name people, and
			// what we do not show we have no reason to keep.
			rd.doubt(inner, "these may be people's names; they were left out")
			continue
		}
		if len(n.items[i].raw) > maxRest || bytes.Contains(n.items[i].raw, []byte("data:image/")) {
			rd.doubt(inner, "this is too large to keep, or a picture; it was left out")
			continue
		}
		if !wellFormed(key, n.items[i]) {
			rd.doubt(inner, "it has not the form that the standard asks for; it was left out")
			continue
		}
		kept := v.Field(s.rest)
		if kept.IsNil() {
			kept.Set(reflect.ValueOf(rest{}))
		}
		var b bytes.Buffer
		if err := json.Compact(&b, n.items[i].raw); err != nil {
			return rd.fault(n.items[i].at, inner, "this is not JSON")
		}
		kept.Interface().(rest)[key] = b.Bytes()
	}
	return nil
}

// wellFormed reports whether a member that we only pass on is what the schemas
// want it to be: readers of ours check forms.
func wellFormed(key string, n node) bool {
	switch key {
	case "uri", "url", "term_uri", "schedule_link":
		u, err := url.Parse(n.text)
		return n.kind == kindString && err == nil && u.Scheme != ""
	case "assurer_email":
		_, ok := mailbox(n.text)
		return n.kind == kindString && n.text != "" && ok
	case "parent_id", "taxonomy_id", "program_id", "location_id", "service_id", "parent_organization_id":
		return directory.ID(strings.ToLower(n.text)).Valid()
	}
	return true
}
