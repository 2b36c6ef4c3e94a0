package main

import (
	"errors"
	"fmt"
	"io/fs"

	archive "signpost/bot/backup"
)

// backupKey makes the keys for backups.
type backupKey struct {
	File string `arg:"" help:"File for the private key; made, and never written over."`
}

// Help says where the keys go.
func (backupKey) Help() string {
	return `Prints the public key, which "signpost backup --recipient" takes, and writes the
private one to the file, which "signpost restore --identity" takes. Make them
on another machine than the one that serves, or move the file away from there:
who has it can open every backup, and without it none can be opened.`
}

// Run makes a pair of keys.
func (b *backupKey) Run(w *world) error {
	recipient, err := archive.MakeIdentity(b.File)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already. Choose another name: older backups can be opened with the key in it alone", b.File)
	}
	if err != nil {
		return fmt.Errorf("the private key can't be written to %s (%w)", b.File, cause(err))
	}
	w.say("The private key is in %s. Keep it in a safe, away from the machine that serves; without it no backup can be opened.", b.File)
	_, err = fmt.Fprintln(w.out, recipient)
	return err
}
