package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	archive "signpost/bot/backup"
	"signpost/bot/duty"
	"signpost/bot/forgets"
	"signpost/directory/sqlite"
)

// keeping is what serve does at night for the data folder.
type keeping struct {
	BackupTo             string   `help:"Folder for a backup each night at half past three; none is made when not said." from:"SIGNPOST_BACKUP_TO" placeholder:"FOLDER"`
	BackupRecipient      []string `help:"Public key that it is encrypted to (see signpost backup-key); may be given several times." from:"SIGNPOST_BACKUP_RECIPIENT" sep:"," placeholder:"KEY"`
	BackupRecipientsFile string   `help:"File with public keys, one a line." from:"SIGNPOST_BACKUP_RECIPIENTS" placeholder:"FILE"`
	BackupKeep           int      `help:"How many of the newest backups stay in the folder (14)." default:"14" from:"SIGNPOST_BACKUP_KEEP" placeholder:"N"`
}

// copier makes the nightly backups; nil when none are asked for. It looks now
// whether there is room for them, so that nobody learns of it when one is needed; a
// disk that is away for the day is no reason not to serve.
func (k keeping) copier(w *world, data folder) (*copier, error) {
	if k.BackupTo == "" {
		return nil, nil
	}
	c, err := (&backup{Data: string(data), To: k.BackupTo, Recipient: k.BackupRecipient, RecipientsFile: k.BackupRecipientsFile, Keep: k.BackupKeep}).copier()
	if err != nil {
		return nil, err
	}
	if err := c.room(); err != nil {
		w.say("Careful: %v. No backup is made until then.", err)
	}
	return &c, nil
}

// prepare removes from the folder what a killed program has left in it, and looks
// whether backups can be made of it.
func (s *serve) prepare(w *world, data folder) (*copier, error) {
	if err := data.tidy(time.Now()); err != nil {
		w.say("Careful: %v.", err)
	}
	return s.copier(w, data)
}

// nightly has the house look after the data folder at night.
func (h *house) nightly(dir *sqlite.Directory, data folder, c *copier) {
	h.runner.Duties[duty.KindTidy] = duty.Tidy(tidied{dir, data})
	if c == nil {
		return
	}
	h.copies = c
	h.runner.Duties[duty.KindBackup] = duty.Backup(func(ctx context.Context, now time.Time) error {
		_, err := c.make(ctx, now)
		h.health.BackedUp(err == nil)
		return err
	})
	h.jobs = append(h.jobs, duty.BackupJob(time.Now()))
}

// backedUp is when the newest backup was made; zero for none.
func (h *house) backedUp() time.Time {
	if h.copies == nil {
		return time.Time{}
	}
	at, err := archive.Newest(h.copies.to)
	if err != nil {
		return time.Time{} // the next backup says why
	}
	return at
}

// tidied is the directory and the folder that it is in.
type tidied struct {
	*sqlite.Directory
	data folder
}

// PurgeVersions implements duty.Tidied. It also removes from the folder what a
// restore has put aside long ago.
func (t tidied) PurgeVersions(ctx context.Context, now time.Time) error {
	return errors.Join(t.Directory.PurgeVersions(ctx, now), t.data.tidy(now))
}

// tidy removes from the folder what a killed program has left, and what a restore
// has put aside and nobody has asked for within the life of a backup.
func (f folder) tidy(now time.Time) error {
	if _, remove, err := f.aside(); err == nil { // it sweeps; while a backup is being made it leaves it alone
		if err := remove(); err != nil {
			return fmt.Errorf("removing copies that were left: %w", err)
		}
	}
	old, err := filepath.Glob(filepath.Join(string(f), asideOf+"*"))
	if err != nil {
		return fmt.Errorf("looking for what was put aside: %w", err)
	}
	for _, path := range old {
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) || err == nil && now.Sub(info.ModTime()) < forgets.Life {
			continue
		}
		if err := errors.Join(err, os.RemoveAll(path)); err != nil {
			return fmt.Errorf("removing what was put aside: %w", err)
		}
	}
	return nil
}
