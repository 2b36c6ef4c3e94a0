// Package seeds holds what a new directory starts with: areas, as data. An area
// is a folder of files, so another county is another folder and not another
// program.
//
// The files of an area are services.json (Open Referral, see
// directory/openreferral), outcodes.csv, towns.csv and districts.json (see
// directory.Gazetteer).
package seeds

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed derbyshire/*.json derbyshire/*.csv town/*.json town/*.csv
var files embed.FS

// The areas.
const (
	Derbyshire = "derbyshire" // the real one: Derbyshire and Derby
	Town       = "town"       // an invented one, for demonstration and tests
)

// Names are the areas there are.
func Names() []string { return []string{Derbyshire, Town} }

// Area is the folder of an area. The error says which areas there are.
func Area(name string) (fs.FS, error) {
	for _, known := range Names() {
		if name == known {
			return fs.Sub(files, name)
		}
	}
	return nil, fmt.Errorf("there is no area %q among the seeds; there are %s", name, strings.Join(Names(), " and "))
}
