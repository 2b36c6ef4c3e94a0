package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"signpost/bot/store"
	"signpost/directory/sqlite"
)

// backup copies the data, also while it is being served.
type backup struct {
	Data string `help:"Folder of the data (data)." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	To   string `arg:"" help:"Folder for the copy; made if need be. It must not hold a copy yet."`
}

// Help says what is copied and what is not.
func (backup) Help() string {
	return `Copies directory.db and bot.db as they are at this moment. Files copied by other
means while signpost serves are not complete.

The key file is not copied, and should not be kept beside the copy: with it
bot.db can be read, and without it the copy of bot.db is of no use. To restore,
put both files into a folder and serve from it.`
}

// Run copies both files, or leaves nothing.
func (b *backup) Run(w *world) (err error) {
	from, to := folder(b.Data), folder(b.To)
	if err := to.make(); err != nil {
		return err
	}
	var made []string
	defer func() {
		for _, path := range made {
			if err != nil { // half a backup looks like one
				err = errors.Join(err, os.Remove(path))
			}
		}
	}()
	for _, file := range []struct {
		path string
		set  sqlite.Set
	}{{from.directory(), sqlite.DirectorySet}, {from.bot(), store.Set}} {
		db, err := sqlite.Open(w.ctx, file.path, file.set, sqlite.Options{Existing: true})
		if err != nil {
			return err
		}
		copied := filepath.Join(b.To, filepath.Base(file.path))
		if err := errors.Join(db.Backup(w.ctx, copied), db.Close()); err != nil {
			return err
		}
		made = append(made, copied)
	}
	_, err = fmt.Fprintf(w.out, "%s holds directory.db and bot.db as they were now; keep the key file elsewhere\n", b.To)
	return err
}
