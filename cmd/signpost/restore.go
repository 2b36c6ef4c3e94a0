package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	archive "signpost/bot/backup"
	"signpost/bot/disk"
	"signpost/bot/forgets"
	"signpost/bot/keys"
	"signpost/bot/store"
	"signpost/directory/sqlite"
)

// restore puts a backup into a data folder.
type restore struct {
	File     string `arg:"" help:"The backup."`
	Identity string `help:"File with the private key that opens it (see signpost backup-key)." required:"" placeholder:"FILE"`
	Data     string `help:"Folder of the data (data); made if need be." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Keys     string `help:"Key file that belongs to the data. By default in your configuration folder." from:"SIGNPOST_KEYS" placeholder:"FILE"`
	Forgets  string `help:"File that says who was forgotten. By default beside the key file." from:"SIGNPOST_FORGETS" placeholder:"FILE"`
	Replace  bool   `help:"Put what is in the folder aside, and the backup in its place."`
}

// Help says what is put back and what is not.
func (restore) Help() string {
	return `Checks the backup to the last byte, removes from it whoever asked to be forgotten
since it was made, and only then puts directory.db and bot.db into the folder.
When it can't be known who that was (the file beside the key file is missing, or
the backup is older than 15 days), all chats are removed; those who look after
listings stay. Letters that waited to be sent are removed too: they answered
another day.

It needs the private key of the backups, and the key file of the data. Nobody may
serve from the folder meanwhile. Hats that were taken
off since the backup stay off; those that were put on have to be put on anew.
Afterwards take the private key away again.`
}

// Run puts a backup in place, or changes nothing.
func (r *restore) Run(w *world) (err error) {
	with, err := archive.ReadIdentities(r.Identity)
	if err != nil {
		return fmt.Errorf("%w. Give the file with the private key with --identity", err)
	}
	data := folder(r.Data)
	if err := data.make(); err != nil {
		return err
	}
	release, err := data.take()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	if err := r.free(data); err != nil {
		return err
	}
	temp, remove, err := data.aside()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	m, err := r.open(with, folder(temp))
	if err != nil {
		return err
	}
	if err := r.forget(w, folder(temp)); err != nil {
		return err
	}
	if err := data.place(folder(temp), time.Now()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.out, "%s is as it was on %s. Take the private key away from this machine again\n", r.Data, m.Made.Format("2 January 2006 at 15:04 UTC"))
	return err
}

// free looks whether there is room in the folder for a backup.
func (r *restore) free(data folder) error {
	if r.Replace {
		return nil
	}
	for _, name := range data.files() {
		if _, err := os.Lstat(name); err == nil {
			return fmt.Errorf("the data folder %s holds data already. Choose another with --data, or put what is there aside with --replace", data)
		}
	}
	return nil
}

// files are all files in which data can be.
func (f folder) files() []string {
	var out []string
	for _, p := range f.parts() {
		for _, ending := range []string{"", "-wal", "-shm", "-journal"} {
			out = append(out, p.path+ending)
		}
	}
	return append(out, f.unfinished())
}

// open takes the backup apart into a folder.
func (r *restore) open(with archive.Identities, into folder) (archive.Manifest, error) {
	file, err := os.Open(r.File)
	if err != nil {
		return archive.Manifest{}, fmt.Errorf("the backup %s can't be read (%w)", r.File, cause(err))
	}
	defer file.Close()
	m, err := archive.Read(file, with, string(into), func(m archive.Manifest) error { return into.fits(m) })
	switch {
	case err == nil:
		return m, nil
	case errors.Is(err, archive.ErrIdentity):
		return m, fmt.Errorf("%s: %w. Give the private key that belongs to it with --identity", r.File, err)
	case errors.Is(err, archive.ErrDamaged):
		return m, fmt.Errorf("%s: %w. Nothing of it was used; take an older one", r.File, err)
	case errors.Is(err, archive.ErrFormat), errors.Is(err, sqlite.ErrNewer):
		return m, fmt.Errorf("%s: %w. Use that release of signpost", r.File, err)
	}
	return m, fmt.Errorf("%s: %w. Nothing was put in place", r.File, err)
}

// fits looks whether a backup is of the files of this program, in a state that this
// release knows.
func (f folder) fits(m archive.Manifest) error {
	parts := f.parts()
	if len(m.Files) != len(parts) {
		return archive.ErrNotBackup
	}
	for i, p := range parts {
		if m.Files[i].Name != filepath.Base(p.path) {
			return archive.ErrNotBackup
		}
		newest, err := p.set.Newest()
		if err != nil {
			return err
		}
		if have := m.Files[i].Schema; have > newest {
			return fmt.Errorf("%s has version %d, this program knows %d: %w (%s)", m.Files[i].Name, have, newest, sqlite.ErrNewer, m.Release)
		}
	}
	return nil
}

// forget removes from a backup that was taken apart whoever asked to be forgotten
// since, and what of it is of another day. The files are brought up to this release
// on the way.
func (r *restore) forget(w *world, data folder) error {
	keyFile, err := keyPath(r.Keys)
	if err != nil {
		return err
	}
	if _, err := keys.Open(keyFile, false); err != nil {
		return fmt.Errorf("without the key file it can't be known who asked to be forgotten: %w", err)
	}
	dir, err := sqlite.OpenDirectory(w.ctx, data.directory())
	if err != nil {
		return err
	}
	if err := dir.Close(); err != nil {
		return err
	}
	kept, err := data.openStore(w.ctx, keyFile, time.Now)
	if err != nil {
		return err
	}
	if err := errors.Join(r.heed(w, kept), kept.Close()); err != nil {
		return err
	}
	db, err := sqlite.Open(w.ctx, data.bot(), store.Set, sqlite.Options{Existing: true, SecureDelete: true})
	if err != nil {
		return err
	}
	return errors.Join(db.Compact(w.ctx), db.Close())
}

// heed carries out again what was forgotten since the backup was made, or forgets
// everybody when that can't be known.
func (r *restore) heed(w *world, kept *store.Store) error {
	if err := kept.DropLetters(w.ctx); err != nil {
		return err
	}
	path, err := forgetsPath(r.Forgets, r.Keys)
	if err != nil {
		return err
	}
	book, err := forgets.Open(path, true)
	if err == nil {
		var heeded store.Heeded
		heeded, err = kept.Heed(w.ctx, book)
		if err == nil && heeded.Whole {
			w.say("Forgotten again since the backup was made: %d.", heeded.Notes)
			return nil
		}
	}
	switch {
	case err == nil:
		w.say("It is not known any more who asked to be forgotten since this backup was made, so all chats in it are removed.")
	case errors.Is(err, forgets.ErrMissing), errors.Is(err, forgets.ErrBroken):
		w.say("It can't be known who asked to be forgotten since this backup was made (%v), so all chats in it are removed.", err)
	default:
		return err
	}
	return kept.ForgetEverybody(w.ctx)
}

// unfinished is a file that is in the folder while a backup is being put in place.
func (f folder) unfinished() string { return filepath.Join(string(f), "restore.unfinished") }

// place moves the data from another folder on the same disk into this one, and what
// was there into a folder of its own. Should the machine stop in between, nobody can
// serve from the half that is there.
func (f folder) place(from folder, now time.Time) error {
	if err := os.WriteFile(f.unfinished(), []byte("A restore was broken off. Run it again with --replace.\n"), 0o600); err != nil {
		return fmt.Errorf("the data folder %s can't be written to (%w)", f, cause(err))
	}
	if err := disk.Flush(string(f)); err != nil {
		return err
	}
	if err := f.putAside(now); err != nil {
		return err
	}
	for _, p := range from.parts() {
		if err := os.Rename(p.path, filepath.Join(string(f), filepath.Base(p.path))); err != nil {
			return fmt.Errorf("putting the backup into place: %w", err)
		}
	}
	if err := errors.Join(disk.Flush(string(f)), os.Remove(f.unfinished())); err != nil {
		return fmt.Errorf("putting the backup into place: %w", err)
	}
	return disk.Flush(string(f))
}

// asideOf is how the folders begin in which a restore puts what was there.
const asideOf = "before-"

// putAside moves the data of the folder into one inside it.
func (f folder) putAside(now time.Time) error {
	old := filepath.Join(string(f), asideOf+now.UTC().Format("20060102T150405Z"))
	for _, name := range f.files() {
		if name == f.unfinished() {
			continue
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := os.MkdirAll(old, 0o700); err != nil {
			return fmt.Errorf("putting aside what was there: %w", err)
		}
		if err := os.Rename(name, filepath.Join(old, filepath.Base(name))); err != nil {
			return fmt.Errorf("putting aside what was there: %w", err)
		}
	}
	return nil
}

// whole refuses a folder in which a restore was broken off.
func (f folder) whole() error {
	if _, err := os.Lstat(f.unfinished()); err == nil {
		return fmt.Errorf("a restore into the data folder %s was broken off, so what is there is not complete. Run signpost restore again with --replace", f)
	}
	return nil
}
