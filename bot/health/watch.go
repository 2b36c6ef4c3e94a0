package health

import "time"

// Signs are what a watch looks at.
type Signs struct {
	Outages  []Outage      // long ones that are over, since the last look
	Disk     *Disk         // nil when it is not known
	Late     time.Duration // for how long the oldest job has been due
	Backups  int           // how many nights in a row the backup failed
	Stopped  *Outage       // the program did not run, and does again
	Settling bool          // it has only just begun: what is late now is not late for long
}

// Spells are what is wrong and was told, by when that was noticed. They are kept
// from look to look, so that each is told once, whatever happens between.
type Spells struct {
	Disk    time.Time `json:"disk,omitzero"`
	Jobs    time.Time `json:"jobs,omitzero"`
	Backups time.Time `json:"backups,omitzero"`
}

// What it is that somebody should know.
type What string

// The news there are.
const (
	CutOff   What = "cut_off"  // nothing could be sent for a while; it is over
	Stopped  What = "stopped"  // the program did not run for a while; it is over
	Full     What = "full"     // the disk is nearly full
	Late     What = "late"     // a job is a day late
	Uncopied What = "uncopied" // the nightly backup failed twice
)

// News is something that somebody should know, or that it is over.
type News struct {
	What        What
	Over        bool
	From, Until time.Time // of CutOff and Stopped
	Free        int64     // bytes, of Full
}

// When something is wrong, and when it is right again: the room on a disk comes and
// goes a little.
const (
	fewBytes    = 500_000_000
	fewPercent  = 10
	lateAfter   = 24 * time.Hour
	failedTwice = 2
)

// Look says what is new, and what is to be remembered of it.
func (s Spells) Look(now time.Time, g Signs) (Spells, []News) {
	var news []News
	if g.Stopped != nil {
		news = append(news, News{What: Stopped, From: g.Stopped.From, Until: g.Stopped.Until})
	}
	for _, o := range g.Outages {
		news = append(news, News{What: CutOff, From: o.From, Until: o.Until})
	}
	turn := func(since *time.Time, what What, wrong, right bool, free int64) {
		switch {
		case since.IsZero() && wrong:
			*since = now
			news = append(news, News{What: what, Free: free})
		case !since.IsZero() && right:
			*since = time.Time{}
			news = append(news, News{What: what, Over: true})
		}
	}
	if d := g.Disk; d != nil && d.Total > 0 {
		few := d.Free < fewBytes || d.Free < d.Total/100*fewPercent
		enough := d.Free >= fewBytes+fewBytes/5 && d.Free >= d.Total/100*(fewPercent+2)
		turn(&s.Disk, Full, few, enough, d.Free)
	}
	if !g.Settling {
		turn(&s.Jobs, Late, g.Late >= lateAfter, g.Late < lateAfter, 0)
	}
	turn(&s.Backups, Uncopied, g.Backups >= failedTwice, g.Backups == 0, 0)
	return s, news
}

// nightly is how much later a failure of the backup is one of another night. One that
// failed is tried again and again.
const nightly = 20 * time.Hour

// BackedUp notes that the nightly backup was made, or failed.
func (b *Board) BackedUp(done bool) {
	if b == nil {
		return
	}
	b.backups.add(result(done))
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.o.Now()
	switch {
	case done:
		b.unsaved, b.saved = 0, now
	case b.unsaved == 0 || now.Sub(b.failed) >= nightly:
		b.unsaved, b.failed = b.unsaved+1, now
	}
}

// Signs are what a watch should know of what is counted here; it takes the outages
// with it. The disk is the caller's to add.
func (b *Board) Signs(oldestJob time.Time) Signs {
	g := Signs{Outages: b.Outages()}
	if b == nil {
		return g
	}
	if failing := b.oldestFailing(); oldestJob.IsZero() || !failing.IsZero() && failing.Before(oldestJob) {
		oldestJob = failing
	}
	if !oldestJob.IsZero() {
		g.Late = b.o.Now().Sub(oldestJob)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	g.Backups = b.unsaved
	return g
}
