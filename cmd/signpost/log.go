package main

import (
	"context"
	"io"
	"log/slog"
)

// logged are the attributes that may be in the log. All others are left out, so
// that nothing a person typed gets there by a slip: a log line says what
// happened to the program, never what somebody said or who it was.
var logged = map[string]bool{
	"error": true,                                                 // of ours, with tokens struck out
	"door":  true, "tries": true, "again_in": true, "count": true, // what, how often, when next
	"kind": true,                                             // of a job, one of ours
	"page": true, "fault": true, "type": true, "stack": true, // where our own code broke
	"address": true, "pid": true, "source": true, "version": true, "language": true, // of the program itself
}

// newLog makes the log: lines of text, or JSON objects.
func newLog(to io.Writer, form string) *slog.Logger {
	if form == "json" {
		return slog.New(guard{slog.NewJSONHandler(to, nil)})
	}
	return slog.New(guard{slog.NewTextHandler(to, nil)})
}

// guard is a slog.Handler that leaves out attributes that are not in logged.
type guard struct{ slog.Handler }

// Handle implements slog.Handler.
func (g guard) Handle(ctx context.Context, r slog.Record) error {
	kept := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		kept.AddAttrs(allowed([]slog.Attr{a})...)
		return true
	})
	return g.Handler.Handle(ctx, kept)
}

// WithAttrs implements slog.Handler.
func (g guard) WithAttrs(attrs []slog.Attr) slog.Handler {
	return guard{g.Handler.WithAttrs(allowed(attrs))}
}

// WithGroup implements slog.Handler.
func (g guard) WithGroup(name string) slog.Handler { return guard{g.Handler.WithGroup(name)} }

// allowed are the attributes that may be logged. A group may, with those of its
// own that may; a value that is a struct or a map may not, whatever its key,
// since nobody can see what is in it.
func allowed(attrs []slog.Attr) []slog.Attr {
	var out []slog.Attr
	for _, a := range attrs {
		v := a.Value.Resolve()
		if v.Kind() == slog.KindGroup {
			if in := allowed(v.Group()); len(in) > 0 {
				out = append(out, slog.Attr{Key: a.Key, Value: slog.GroupValue(in...)})
			}
			continue
		}
		if !logged[a.Key] {
			continue
		}
		if v.Kind() == slog.KindAny {
			err, ok := v.Any().(error)
			if !ok {
				continue
			}
			v = slog.StringValue(err.Error())
		}
		out = append(out, slog.Attr{Key: a.Key, Value: v})
	}
	return out
}
