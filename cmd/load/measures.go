package main

import (
	"context"
	"fmt"
	"time"
)

// speed measures the yardstick and the program, one after the other.
func (r *run) speed(ctx context.Context) error {
	yard, err := r.startYardstick(ctx)
	if err != nil {
		return err
	}
	constant, err := r.throughput(ctx, "the yardstick", yard, true)
	yard.end()
	if err != nil {
		return err
	}
	f, err := r.furnish(ctx, "speed", few)
	if err != nil {
		return err
	}
	p, err := r.startServe(ctx, f)
	if err != nil {
		return err
	}
	ours, err := r.throughput(ctx, "the program", p, false)
	p.end()
	if err != nil {
		return err
	}
	r.report.row("throughput, share of the yardstick", fmt.Sprintf("%.0f %%", 100*ours.perSecond/constant.perSecond), "75 % or more")
	r.report.row("processor time an update", fmt.Sprintf("%.0f µs", ours.micros), "300 µs or less")
	return r.latency(ctx)
}

// speedOf is how fast something was.
type speedOf struct{ perSecond, micros float64 }

// throughput measures how many updates a second are answered when all people act
// as soon as they are answered.
func (r *run) throughput(ctx context.Context, who string, p *process, constant bool) (speedOf, error) {
	t := task{Constant: constant, People: r.people, Seconds: warmUp.Seconds()}
	if err := r.warm(ctx, p, t); err != nil {
		return speedOf{}, err
	}
	r.report.say("measuring %s", who)
	t.Seconds = float64(r.seconds)
	before, err := p.processor()
	if err != nil {
		return speedOf{}, err
	}
	server, err := r.api.processor()
	if err != nil {
		return speedOf{}, err
	}
	got, err := r.play(ctx, t)
	if err != nil {
		return speedOf{}, err
	}
	after, err := p.processor()
	if err != nil {
		return speedOf{}, err
	}
	serverAfter, err := r.api.processor()
	if err != nil {
		return speedOf{}, err
	}
	if got.Updates == 0 {
		return speedOf{}, fmt.Errorf("%s answered nothing", who)
	}
	n := float64(got.Updates)
	out := speedOf{n / got.Seconds, float64((after - before).Microseconds()) / n}
	r.report.say("%s: %.0f updates/s, %.0f µs of processor each (the server %.0f µs), %.2f calls each, %d people, %d lost",
		who, out.perSecond, out.micros, float64((serverAfter-server).Microseconds())/n, float64(got.Calls)/n, r.people, got.Lost)
	return out, nil
}

// warm lets a program come to its pace.
func (r *run) warm(ctx context.Context, p *process, t task) error {
	if _, err := r.play(ctx, task{People: 1, Constant: t.Constant}); err != nil {
		return err
	}
	if err := p.settle(ctx); err != nil {
		return err
	}
	_, err := r.play(ctx, t)
	return err
}

// latency measures the time to an answer while the machine is not filled, with the
// directory of few services and the large one.
func (r *run) latency(ctx context.Context) error {
	f, err := r.furnish(ctx, "latency", few)
	if err != nil {
		return err
	}
	got, err := r.answered(ctx, f)
	if err != nil {
		return err
	}
	r.report.row(fmt.Sprintf("99 of 100 answers at %.0f updates/s", r.rate), fmt.Sprintf("%.1f ms", got.P99), "under 5 ms")
	return nil
}

// answered is what came of updates at the rate that was asked for.
func (r *run) answered(ctx context.Context, f folder) (result, error) {
	p, err := r.startServe(ctx, f)
	if err != nil {
		return result{}, err
	}
	defer p.end()
	t := task{People: r.people, Seconds: warmUp.Seconds(), Rate: r.rate}
	if err := r.warm(ctx, p, t); err != nil {
		return result{}, err
	}
	r.report.say("measuring at %.0f updates/s, %s", r.rate, f.name)
	t.Seconds = float64(r.seconds)
	before, err := p.processor()
	if err != nil {
		return result{}, err
	}
	got, err := r.play(ctx, t)
	if err != nil {
		return result{}, err
	}
	after, err := p.processor()
	if err != nil {
		return result{}, err
	}
	r.report.say("at %.0f updates/s, %s: half of the answers in %.1f ms, 99 of 100 in %.1f ms, all in %.0f ms; %.0f µs of processor each, %d lost",
		r.rate, f.name, got.P50, got.P99, got.Max, float64((after-before).Microseconds())/float64(max(got.Updates, 1)), got.Lost)
	return got, nil
}

// few are the services of an ordinary directory.
const few = 200

// manyServices measures how much slower a large directory is than a small one.
func (r *run) manyServices(ctx context.Context) error {
	var speeds []speedOf
	for _, n := range []int{few, r.services} {
		f, err := r.furnish(ctx, fmt.Sprintf("%d services", n), n)
		if err != nil {
			return err
		}
		p, err := r.startServe(ctx, f)
		if err != nil {
			return err
		}
		got, err := r.throughput(ctx, fmt.Sprintf("with %d services", n), p, false)
		p.end()
		if err != nil {
			return err
		}
		speeds = append(speeds, got)
		if _, err := r.answered(ctx, f); err != nil {
			return err
		}
	}
	slower := 100 * (1 - speeds[1].perSecond/speeds[0].perSecond)
	r.report.row(fmt.Sprintf("slower with %d services than with %d", r.services, few), fmt.Sprintf("%.0f %%", slower), "15 % or less")
	return nil
}

// memory measures what the program holds, and how long it takes to answer after the
// start, with many stored conversations.
func (r *run) memory(ctx context.Context) error {
	f, err := r.furnish(ctx, "conversations", few)
	if err != nil {
		return err
	}
	if err := f.talk(ctx, r.conversations); err != nil {
		return err
	}
	began := time.Now()
	p, err := r.startServe(ctx, f)
	if err != nil {
		return err
	}
	defer p.end()
	if _, err := r.play(ctx, task{People: 1}); err != nil {
		return err
	}
	start := time.Since(began)
	if _, err := r.play(ctx, task{People: r.people, Seconds: warmUp.Seconds() + float64(r.seconds), Rate: r.rate}); err != nil {
		return err
	}
	mb, err := p.resident()
	if err != nil {
		return err
	}
	r.report.row(fmt.Sprintf("memory with %d conversations", r.conversations), fmt.Sprintf("%.0f MB", mb), "under 120 MB")
	r.report.row("from the start to the first answer", fmt.Sprintf("%.2f s", start.Seconds()), "under 1 s")
	return nil
}

// drain measures that a backlog is answered and nothing of it is lost.
func (r *run) drain(ctx context.Context) error {
	f, err := r.furnish(ctx, "backlog", few)
	if err != nil {
		return err
	}
	p, err := r.startServe(ctx, f)
	if err != nil {
		return err
	}
	defer p.end()
	if _, err := r.play(ctx, task{People: 1}); err != nil { // it is there
		return err
	}
	got, err := r.play(ctx, task{People: r.backlog})
	if err != nil {
		return err
	}
	r.report.say("%d updates at once: answered in %.1f s, %d lost, %d answered more than once", r.backlog, got.Seconds, got.Lost, got.Twice)
	r.report.row(fmt.Sprintf("lost of %d updates at once", r.backlog), fmt.Sprint(got.Lost), "0")
	return nil
}
