package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// token is of no bot: the server takes any.
const token = "424242:LOAD-xYz_0123456789"

// process is another process of the measurement.
type process struct {
	cmd     *exec.Cmd
	in      io.Closer
	address string // of the server
}

// startAPI starts the server that stands in for Telegram's.
func startAPI(ctx context.Context) (*process, error) {
	cmd, err := self(ctx, "api")
	if err != nil {
		return nil, err
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the server: %w", err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("starting the server: %w", err)
	}
	return &process{cmd, in, strings.TrimSpace(line)}, nil
}

// self is this program as another part.
func self(ctx context.Context, what string, args ...string) (*exec.Cmd, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), part+"="+what)
	cmd.Stderr = os.Stderr
	return cmd, nil
}

// startYardstick starts the bot that answers with a constant.
func (r *run) startYardstick(ctx context.Context) (*process, error) {
	cmd, err := self(ctx, "yardstick", r.api.address)
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the yardstick: %w", err)
	}
	return &process{cmd: cmd}, nil
}

// startServe starts the program over a folder, with all limits of Telegram lifted.
func (r *run) startServe(ctx context.Context, f folder) (*process, error) {
	cmd := exec.CommandContext(ctx, r.program, "--log", "text", "serve", "--data", f.data(), "--keys", f.keys(), "--http", "off",
		"--telegram-url", "http://"+r.api.address, "--telegram-rate", "100000")
	cmd.Env = append(os.Environ(), "TELEGRAM_BOT_TOKEN="+token)
	log, err := os.Create(f.log())
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the program: %w", err)
	}
	return &process{cmd: cmd}, nil
}

// end lets a process end by itself, and waits for it.
func (p *process) end() {
	if p.in != nil {
		p.in.Close()
	} else {
		_ = p.cmd.Process.Signal(syscall.SIGTERM)
	}
	late := time.AfterFunc(20*time.Second, func() { _ = p.cmd.Process.Kill() })
	defer late.Stop()
	_ = p.cmd.Wait()
}

// ask calls the server for something that is not Telegram's.
func (p *process) ask(ctx context.Context, path string, body []byte, into any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+p.address+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("asking the server: %w", err)
	}
	defer resp.Body.Close()
	var out struct{ Result json.RawMessage }
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return fmt.Errorf("reading the server's answer: %w", err)
	}
	return json.Unmarshal(out.Result, into)
}

// processor is the time a process has had of all processors, to 10 ms.
// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
func (p *process) processor() (time.Duration, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0, fmt.Errorf("reading the processor time: %w", err)
	}
	_, rest, _ := strings.Cut(string(b), ") ") // the name may hold blanks
	fields := strings.Fields(rest)
	var ticks int
	for _, f := range fields[11:13] { // utime, stime
		n, err := strconv.Atoi(f)
		if err != nil {
			return 0, fmt.Errorf("reading the processor time: %w", err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond, nil
}

// settle waits until a process that has nothing to do does nothing: the rules by
// which the program listens are compiled when it starts.
func (p *process) settle(ctx context.Context) error {
	for ctx.Err() == nil {
		before, err := p.processor()
		if err != nil {
			return err
		}
		sleep(ctx, 500*time.Millisecond)
		after, err := p.processor()
		if err != nil || after-before <= 20*time.Millisecond {
			return err
		}
	}
	return ctx.Err()
}

// resident is the memory of a process that is in use, in MB.
func (p *process) resident() (float64, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0, fmt.Errorf("reading the memory: %w", err)
	}
	_, rest, _ := strings.Cut(string(b), "VmRSS:")
	kb, err := strconv.Atoi(strings.Fields(rest + " x")[0])
	if err != nil {
		return 0, fmt.Errorf("reading the memory: %w", err)
	}
	return float64(kb) / 1024, nil
}

// machine says on what was measured, and how busy it was at the begin.
func machine() string {
	load, _ := os.ReadFile("/proc/loadavg")
	return fmt.Sprintf("%d processors, %s, load %s", runtime.NumCPU(), runtime.Version(), strings.Join(strings.Fields(string(load) + " ? ? ?")[:3], " "))
}
