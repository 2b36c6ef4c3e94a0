package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version says which program this is.
type version struct{}

// Run prints one line: the version, the commit and the compiler, as far as the
// build knows them.
func (version) Run(w *world) error {
	_, err := fmt.Fprintf(w.out, "signpost %s %s %s/%s\n", release(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// release is the version and the commit, as far as the build knows them.
func release() string {
	release, commit := "(devel)", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v := info.Main.Version; v != "" {
			release = v
		}
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision" && len(s.Value) >= 12:
				commit = " " + s.Value[:12] + commit
			case s.Key == "vcs.modified" && s.Value == "true":
				commit += " with changes"
			}
		}
	}
	return release + commit
}
