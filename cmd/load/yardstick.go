package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// workers are how many answers the yardstick has on their way at once: as many as
// the program has.
const workers = 64

// yardstick is the process of a bot that answers every message with one constant
// sentence and keeps nothing: the least that a bot in Go can do. It calls the
// server at address as the program does: forms by POST over connections that stay
// open.
func yardstick(ctx context.Context, address string) error {
	transport, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return fmt.Errorf("the default transport is a %T", http.DefaultTransport)
	}
	transport = transport.Clone()
	transport.MaxIdleConns, transport.MaxIdleConnsPerHost = 200, 200
	b := bot{"http://" + address + "/bot" + token + "/", &http.Client{Transport: transport, Timeout: 2 * time.Minute}}
	work := make(chan int64)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer close(work)
	for range workers {
		wg.Go(func() {
			for chat := range work {
				_ = b.call(ctx, "sendMessage", url.Values{"chat_id": {strconv.FormatInt(chat, 10)}, "text": {"Thank you for writing."}}, nil)
			}
		})
	}
	for offset := int64(0); ctx.Err() == nil; {
		var updates []struct {
			ID      int64 `json:"update_id"`
			Message struct {
				Chat struct {
					ID int64 `json:"id"`
				} `json:"chat"`
				Text string `json:"text"`
			} `json:"message"`
		}
		ask := url.Values{"offset": {strconv.FormatInt(offset, 10)}, "timeout": {"50"}, "limit": {"100"}}
		if err := b.call(ctx, "getUpdates", ask, &updates); err != nil {
			return err
		}
		for _, u := range updates {
			offset = u.ID + 1
			work <- u.Message.Chat.ID
		}
	}
	return nil
}

// bot calls methods of a Bot API server.
type bot struct {
	base string
	http *http.Client
}

func (b bot) call(ctx context.Context, method string, params url.Values, into any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.base+method, strings.NewReader(params.Encode()))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := b.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var out struct {
		OK     bool            `json:"ok"`
		Result json.RawMessage `json:"result"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	_, _ = io.Copy(io.Discard, resp.Body)
	switch {
	case err != nil:
		return err
	case !out.OK:
		return fmt.Errorf("%s was refused", method)
	case into != nil:
		return json.Unmarshal(out.Result, into)
	}
	return nil
}
