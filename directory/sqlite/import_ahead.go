package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"iter"

	"signpost/directory"
)

// prepared is a service of which everything is known that needs no file.
type prepared struct {
	service *directory.Service
	faults  []directory.Fault
	hash    []byte // of its content; none when it has faults
}

// prepare completes a service and judges it. It reads nothing of the importer
// that changes, so it may run while another service is being written.
func (im *importer) prepare(given *directory.Service) (prepared, error) {
	p := prepared{service: im.named(given)}
	if p.faults = p.service.Validate(); len(p.faults) > 0 {
		return p, nil
	}
	var err error
	p.hash, err = hashOf(canonical(p.service))
	return p, err
}

// ahead is how many services may be prepared before they are written.
const ahead = 16

// takeAll brings in services until one gives an error. Reading, judging and
// hashing them takes about as long as writing does, so one goroutine writes
// behind the other; it has ended when takeAll returns. The services are read on
// the caller's own goroutine: what they do there is the caller's.
func (im *importer) takeAll(ctx context.Context, services iter.Seq2[*directory.Service, error]) error {
	queue, stopped, written := make(chan prepared, ahead), make(chan struct{}), make(chan error, 1)
	go func() {
		defer close(stopped)
		for p := range queue {
			if err := im.take(p); err != nil {
				written <- fmt.Errorf("service %s: %w", p.service.ID, err)
				return
			}
		}
		written <- nil
	}()
	read := func() error {
		defer func() { // also when the services panic: the transaction must not end under the writer
			close(queue)
			<-stopped
		}()
		for s, err := range services {
			if err = cmp.Or(err, ctx.Err()); err != nil {
				return err
			}
			p, err := im.prepare(s)
			if err != nil {
				return fmt.Errorf("service %s: %w", s.ID, err)
			}
			select {
			case queue <- p:
			case <-stopped:
				return nil // for the writer's reason
			}
		}
		return nil
	}()
	return cmp.Or(<-written, read)
}
