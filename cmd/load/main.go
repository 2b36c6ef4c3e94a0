// Command load measures the service as a whole: the real program, serving from a
// folder of its own, against a Bot API server that runs in a process beside it
// and plays the people, two thousand of them in dialogue at once. A bot that
// answers everything with one constant sentence, and keeps nothing, is measured
// in the same run by the same people: it is the yardstick, since figures of
// different machines can't be compared and their ratio can.
//
//	go run ./cmd/load
//
// It needs Linux, where processor time and memory of another process can be
// read, and prints a table of what was measured and what was to be reached. It
// ends with 1 when something was lost, never for being slow: that is for whoever
// reads the table to judge, on a machine that does nothing else.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"
)

// part says in the environment which part of the measurement a process is; none
// is the one that conducts.
const part = "SIGNPOST_LOAD_PART"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var err error
	switch os.Getenv(part) {
	case "api":
		err = serveAPI(ctx)
	case "yardstick":
		err = yardstick(ctx, os.Args[1])
	default:
		err = measure(ctx)
	}
	if err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// options are what can be said on the command line.
type options struct {
	program       string
	people        int
	seconds       int
	rate          float64
	services      int
	conversations int
	backlog       int
	only          string
}

func readOptions() options {
	var o options
	flag.StringVar(&o.program, "program", "", "the built program to measure; it is built when not said")
	flag.IntVar(&o.people, "people", 2000, "people in dialogue at once")
	flag.IntVar(&o.seconds, "seconds", 10, "seconds of each measurement")
	flag.Float64Var(&o.rate, "rate", 240, "updates a second when the time to an answer is measured")
	flag.IntVar(&o.services, "services", 10_000, "services of the large directory")
	flag.IntVar(&o.conversations, "conversations", 100_000, "stored conversations")
	flag.IntVar(&o.backlog, "backlog", 10_000, "updates that wait when the program starts")
	flag.StringVar(&o.only, "only", "", "one part alone: speed, services, memory or backlog")
	flag.Parse()
	return o
}

// measure conducts everything.
func measure(ctx context.Context) (err error) {
	o := readOptions()
	dir, err := os.MkdirTemp("", "signpost-load-*")
	if err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	defer os.RemoveAll(dir)
	if o.program == "" {
		o.program = filepath.Join(dir, "signpost")
		build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", o.program, "./cmd/signpost")
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return fmt.Errorf("building the program: %w", err)
		}
	}
	api, err := startAPI(ctx)
	if err != nil {
		return err
	}
	defer api.end()
	r := &run{options: o, dir: dir, api: api, report: newReport(os.Stdout)}
	r.report.say("machine: %s", machine())
	for _, p := range []struct {
		name string
		do   func(context.Context) error
	}{{"speed", r.speed}, {"services", r.manyServices}, {"memory", r.memory}, {"backlog", r.drain}} {
		if o.only != "" && o.only != p.name {
			continue
		}
		if err := p.do(ctx); err != nil {
			return fmt.Errorf("measuring %s: %w", p.name, err)
		}
	}
	r.report.table()
	if r.lost > 0 {
		return fmt.Errorf("%d updates were not answered", r.lost)
	}
	return nil
}

// run is one measurement under way.
type run struct {
	options
	dir    string
	api    *process
	report *report
	lost   int
}

// play has the people do something and counts what was lost.
func (r *run) play(ctx context.Context, t task) (result, error) {
	var out result
	body, err := json.Marshal(t)
	if err != nil {
		return out, err
	}
	if err := r.api.ask(ctx, "/play", body, &out); err != nil {
		return out, err
	}
	r.lost += out.Lost
	return out, nil
}

// warmUp is for how long a program is busy before it is measured: statements and
// pages are kept from then on.
const warmUp = 2 * time.Second
