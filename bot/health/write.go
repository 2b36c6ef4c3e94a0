package health

import (
	"context"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// Type is the content type of what Write writes.
const Type = "text/plain; version=0.0.4; charset=utf-8"

// Write writes all figures in the text format of Prometheus:
// https://prometheus.io/docs/instrumenting/exposition_formats/.
func (b *Board) Write(ctx context.Context, to io.Writer) error {
	var p page
	for _, c := range []*counter{b.updates, b.letters, b.urgent, b.limited, b.jobs, b.purges, b.backups} {
		p.counter(c)
	}
	p.histogram(b.turns)
	p.histogram(b.saves)
	b.states(&p, b.read(ctx))
	p.head(buildInfo, "gauge")
	p.row(buildInfo.name, []string{"version", b.o.Version, "go", b.o.Go}, "1")
	_, err := io.WriteString(to, p.String())
	return err
}

func (b *Board) read(ctx context.Context) Reading {
	if b.o.Read == nil {
		return Reading{}
	}
	return b.o.Read(ctx)
}

// states are the figures that go up and down.
func (b *Board) states(p *page, r Reading) {
	now := b.o.Now()
	b.mu.Lock()
	purged, saved := b.purged, b.saved
	b.mu.Unlock()
	oldest := r.OldestJob
	if failing := b.oldestFailing(); !failing.IsZero() && (oldest.IsZero() || failing.Before(oldest)) {
		oldest = failing
	}
	p.number(outboxLetters, r.Letters)
	p.waiting(outboxAge, r.Letters, now, r.OldestLetter)
	p.number(jobsOverdue, r.JobsOverdue)
	p.waiting(jobsAge, r.JobsOverdue, now, oldest)
	p.age(purgeAge, now, purged)
	p.number(forgottenChats, r.Forgotten)
	p.number(botBytes, r.BotBytes)
	p.number(directoryBytes, r.DirectoryBytes)
	if r.Disk != nil {
		p.number(diskFree, &r.Disk.Free)
		p.number(diskTotal, &r.Disk.Total)
	}
	p.age(fetchAge, now, r.Fetched)
	if r.Webhook != nil {
		n := int64(0)
		if *r.Webhook {
			n = 1
		}
		p.number(webhookSet, &n)
	}
	p.number(pendingUpdates, r.Pending)
	p.age(backupAge, now, later(r.BackedUp, saved))
}

// page is what is written.
type page struct{ strings.Builder }

func (p *page) head(f figure, kind string) {
	fmt.Fprintf(p, "# HELP %s %s\n# TYPE %s %s\n", f.name, f.help, f.name, kind)
}

// row is a line: labels are names and values in turn.
func (p *page) row(name string, labels []string, value string) {
	p.WriteString(name)
	for i := 0; i+1 < len(labels); i += 2 {
		sep := byte(',')
		if i == 0 {
			sep = '{'
		}
		p.WriteByte(sep)
		fmt.Fprintf(p, `%s="%s"`, labels[i], escaped.Replace(labels[i+1]))
	}
	if len(labels) > 0 {
		p.WriteByte('}')
	}
	p.WriteString(" " + value + "\n")
}

var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

func (p *page) counter(c *counter) {
	p.head(c.figure, "counter")
	for i := range c.rows {
		var labels []string
		for n, v := range c.values(i) {
			labels = append(labels, c.labels[n].name, v)
		}
		p.row(c.name, labels, strconv.FormatUint(c.rows[i].Load(), 10))
	}
}

func (p *page) histogram(h *histogram) {
	p.head(h.figure, "histogram")
	total := uint64(0)
	for i := range h.buckets {
		le := "+Inf"
		if i < len(bounds) {
			le = seconds(bounds[i])
		}
		total += h.buckets[i].Load()
		p.row(h.name+"_bucket", []string{"le", le}, strconv.FormatUint(total, 10))
	}
	p.row(h.name+"_sum", nil, seconds(time.Duration(h.sum.Load())))
	p.row(h.name+"_count", nil, strconv.FormatUint(total, 10))
}

func (p *page) number(f figure, n *int64) {
	if n != nil {
		p.head(f, "gauge")
		p.row(f.name, nil, strconv.FormatInt(*n, 10))
	}
}

// age is how long ago something was; nothing when it never was.
func (p *page) age(f figure, now, at time.Time) {
	if !at.IsZero() {
		p.head(f, "gauge")
		p.row(f.name, nil, seconds(max(now.Sub(at), 0)))
	}
}

// waiting is how long the oldest of some has waited: 0 when none does.
func (p *page) waiting(f figure, count *int64, now, at time.Time) {
	if count != nil && at.IsZero() {
		at = now
	}
	p.age(f, now, at)
}

func seconds(d time.Duration) string {
	return strconv.FormatFloat(math.Round(d.Seconds()*1e6)/1e6, 'g', -1, 64)
}
