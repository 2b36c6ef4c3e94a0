package main

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"math/big"
	"time"

	"github.com/google/uuid"

	"signpost/bot/duty"
	"signpost/bot/flows"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/store"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/directory/sqlite"
)

// chance is what nobody may guess, from the machine's own source.
var chance = flows.Chance{
	ID: randomID,
	Code: func() string {
		var bits [16]byte
		rand.Read(bits[:]) // never fails
		return people.NewCode(bits)
	},
	Digits: func() string {
		n, err := rand.Int(rand.Reader, big.NewInt(10_000))
		if err != nil {
			panic("the machine has no chance left: " + err.Error())
		}
		return fmt.Sprintf("%04d", n)
	},
	UUID: func() directory.ID { return directory.ID(uuid.NewString()) },
}

// randomID is 64 random bits as 11 URL-safe characters.
func randomID() string {
	var b [8]byte
	rand.Read(b[:]) // never fails
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// duties are what is done when its time has come.
func duties(dir *sqlite.Directory, kept *store.Store) map[string]runner.Duty {
	all := duty.All(kept, dir, upkeep.Monthly)
	all[duty.KindBackup] = duty.Backup(nil) // one that was due before nobody asked for them any more
	return all
}

// standing makes the jobs that there is always one of.
func (h *house) standing(ctx context.Context, now time.Time) error {
	if err := h.runner.Store.AddJobs(ctx, append(duty.Jobs(now), h.jobs...)...); err != nil {
		return fmt.Errorf("making the jobs of the day: %w", err)
	}
	return nil
}
