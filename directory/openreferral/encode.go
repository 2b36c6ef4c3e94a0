package openreferral

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
)

// encode writes a shape as JSON: members in the order of the shape, then what is
// in Rest by name. Empty values are left out where the standard lets them be.
func encode(b *bytes.Buffer, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		encode(b, v.Elem())
	case reflect.Struct:
		encodeObject(b, v)
	case reflect.Slice:
		if raw, ok := v.Interface().(json.RawMessage); ok {
			b.Write(raw)
			return
		}
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteByte(',')
			}
			encode(b, v.Index(i))
		}
		b.WriteByte(']')
	default:
		encodePlain(b, v.Interface())
	}
}

// encodePlain writes strings, numbers, bools and maps of them. None of these can
// fail to be written.
func encodePlain(b *bytes.Buffer, v any) {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
	b.Truncate(b.Len() - 1) // the encoder's line break
}

func encodeObject(b *bytes.Buffer, v reflect.Value) {
	s := shapeOf(v.Type())
	b.WriteByte('{')
	first := true
	name := func(n string) {
		if !first {
			b.WriteByte(',')
		}
		first = false
		encodePlain(b, n)
		b.WriteByte(':')
	}
	for _, f := range s.fields {
		fv := v.Field(f.index)
		if f.in || f.omitEmpty && isEmpty(fv) {
			continue
		}
		name(f.name)
		encode(b, fv)
	}
	if s.rest >= 0 {
		kept := v.Field(s.rest).Interface().(rest)
		for _, key := range slices.Sorted(maps.Keys(kept)) {
			if _, ours := s.byName[key]; ours {
				continue
			}
			name(key)
			b.Write(kept[key])
		}
	}
	b.WriteByte('}')
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}
