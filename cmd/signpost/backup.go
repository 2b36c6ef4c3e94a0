package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	archive "signpost/bot/backup"
	"signpost/bot/store"
	"signpost/directory/sqlite"
)

// backup makes an encrypted copy of the data, also while it is being served.
type backup struct {
	Data           string   `help:"Folder of the data (data)." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	To             string   `help:"Folder for backups, best on another machine's disk; made if need be." from:"SIGNPOST_BACKUP_TO" required:"" placeholder:"FOLDER"`
	Recipient      []string `help:"Public key that it is encrypted to, age1...; may be given several times." from:"SIGNPOST_BACKUP_RECIPIENT" sep:"," placeholder:"KEY"`
	RecipientsFile string   `help:"File with public keys, one a line." from:"SIGNPOST_BACKUP_RECIPIENTS" placeholder:"FILE"`
	Keep           int      `help:"How many of the newest backups stay in the folder (14)." default:"14" from:"SIGNPOST_BACKUP_KEEP" placeholder:"N"`
}

// Help says what is copied and what is not.
func (backup) Help() string {
	return `Writes one file, signpost-DAYTTIMEZ.tar.age, with copies of directory.db and
bot.db as they are at this moment. Files copied by other means while signpost
serves are not complete.

It is encrypted with age to a public key, so whoever finds it can't read it, and
neither can this machine: "signpost backup-key" makes the two keys, and the
private one belongs in a safe. The key file of the data is not in the backup;
keep its copy in a safe as well. "signpost restore" needs both.`
}

// Run makes one backup and removes those that are too old.
func (b *backup) Run(w *world) error {
	c, err := b.copier()
	if err != nil {
		return err
	}
	path, err := c.make(w.ctx, time.Now())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.out, "%s holds directory.db and bot.db as they were now; keep the key file and the private key elsewhere\n", path)
	return err
}

// copier is what makes backups of a folder.
type copier struct {
	data folder
	to   string
	keys archive.Recipients
	keep int
}

// copier looks at the command line.
func (b *backup) copier() (copier, error) {
	if b.Keep < 1 {
		return copier{}, misuse{errors.New("--keep is how many backups stay, so at least 1")}
	}
	lines := strings.Join(b.Recipient, "\n")
	if b.RecipientsFile != "" {
		text, err := os.ReadFile(b.RecipientsFile)
		if err != nil {
			return copier{}, fmt.Errorf("the file with public keys %s can't be read (%w). Give the right one with --recipients-file", b.RecipientsFile, cause(err))
		}
		lines += "\n" + string(text)
	}
	keys, err := archive.ParseRecipients(lines)
	if errors.Is(err, archive.ErrNoRecipient) {
		return copier{}, misuse{fmt.Errorf("%w, and a backup that anybody can read is none. Make the keys with signpost backup-key FILE, on a machine that is not this one if you can, and give the public one with --recipient", err)}
	}
	if err != nil {
		return copier{}, misuse{err}
	}
	return copier{folder(b.Data), b.To, keys, b.Keep}, nil
}

// room looks whether there is a folder for backups that can be written to.
func (c copier) room() error {
	if err := os.MkdirAll(c.to, 0o700); err != nil {
		return fmt.Errorf("the folder for backups %s can't be made (%w). Choose another, or make it for this user", c.to, cause(err))
	}
	probe, err := os.CreateTemp(c.to, ".signpost-*.partial")
	if err != nil {
		return fmt.Errorf("the folder for backups %s can't be written to (%w). Choose another, or make it writable for this user", c.to, cause(err))
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// make makes one backup. Whatever happens, nothing is left of one that failed.
func (c copier) make(ctx context.Context, now time.Time) (path string, err error) {
	if _, err := os.Stat(string(c.data)); err != nil {
		return "", fmt.Errorf("the data folder %s can't be read (%w). Give the right one with --data", c.data, cause(err))
	}
	if err := c.room(); err != nil {
		return "", err
	}
	temp, remove, err := c.data.aside()
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, remove()) }()
	m := archive.Manifest{Release: release(), Made: now.UTC()}
	if m.Files, err = c.data.copies(ctx, temp); err != nil {
		return "", err
	}
	path, err = archive.Into(c.to, now, func(out io.Writer) error { return archive.Write(ending{ctx, out}, c.keys, m, temp) })
	if err != nil {
		return "", fmt.Errorf("the backup can't be written to %s (%w). Nothing is left of it; make room there, or choose another folder", c.to, err)
	}
	if _, err := archive.Keep(c.to, c.keep, now); err != nil {
		return "", fmt.Errorf("the backup %s is made, but older ones can't be removed: %w", path, err)
	}
	return path, nil
}

// ending is a writer that ends when the program is told to.
type ending struct {
	ctx context.Context
	io.Writer
}

// Write implements io.Writer.
func (e ending) Write(p []byte) (int, error) {
	if err := e.ctx.Err(); err != nil {
		return 0, err
	}
	return e.Writer.Write(p)
}

// scratch is how the folders begin in which copies lie while they are worked on.
const scratch = ".copies-"

// aside makes a folder inside the data folder, on the same disk, for copies that
// are worked on: nobody else can read it, and nothing of it stays. What a killed
// program has left is removed first.
func (f folder) aside() (temp string, remove func() error, err error) {
	lock, err := lockFile(filepath.Join(string(f), "backup.lock"))
	if errors.Is(err, errHeld) {
		return "", nil, fmt.Errorf("another backup of %s is being made; try again when it is done", f)
	}
	if err != nil {
		return "", nil, fmt.Errorf("the data folder %s can't be written to (%w), and copies are made in it first. Make it writable for this user", f, cause(err))
	}
	if err := f.sweep(); err != nil {
		return "", nil, errors.Join(err, lock.Close())
	}
	temp, err = os.MkdirTemp(string(f), scratch+"*") // 0700
	if err != nil {
		return "", nil, errors.Join(fmt.Errorf("the data folder %s can't be written to (%w), and copies are made in it first", f, cause(err)), lock.Close())
	}
	return temp, func() error { return errors.Join(os.RemoveAll(temp), lock.Close()) }, nil
}

// sweep removes the copies of a program that was killed.
func (f folder) sweep() error {
	left, err := filepath.Glob(filepath.Join(string(f), scratch+"*"))
	if err != nil {
		return fmt.Errorf("looking for copies that were left: %w", err)
	}
	for _, path := range left {
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("copies that a backup has left can't be removed: %w", err)
		}
	}
	return nil
}

// part is one of the two files of the data.
type part struct {
	path string
	set  sqlite.Set
}

// parts are the files of the data, in the order in which they are copied: bot.db
// first, since a change of the directory that it still waits for is made once only,
// while one that it takes for made would be lost.
func (f folder) parts() []part {
	return []part{{f.bot(), store.Set}, {f.directory(), sqlite.DirectorySet}}
}

// copies copies the data into a folder.
func (f folder) copies(ctx context.Context, to string) ([]archive.File, error) {
	var out []archive.File
	for _, p := range f.parts() {
		db, err := sqlite.Open(ctx, p.path, p.set, sqlite.Options{Existing: true})
		if err != nil {
			return nil, err
		}
		copied := filepath.Join(to, filepath.Base(p.path))
		schema, err := db.Version(ctx, p.set)
		if err := errors.Join(err, db.Backup(ctx, copied), db.Close()); err != nil {
			return nil, err
		}
		file, err := archive.Describe(copied, schema)
		if err != nil {
			return nil, err
		}
		out = append(out, file)
	}
	return out, nil
}
