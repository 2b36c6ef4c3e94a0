// Package keys makes what the bot keeps unreadable to whoever finds only the
// database: who somebody is becomes a keyed hash, what they told becomes a
// sealed box, and the secret for both lies in a file of its own, outside the
// data folder and its backups.
//
// The file holds one root of 32 random bytes. Every purpose (a table, mostly)
// has secrets of its own, derived from the root with HKDF-SHA-256 (RFC 5869),
// so the same chat has a different hash in each table and tables can't be
// joined by somebody without the file. Deriving was chosen over one random
// secret a purpose in the file because a new purpose in a new release then
// needs no change to a file that people keep in a safe; somebody who holds the
// file could read everything either way.
//
// A Telegram id without a key is no secret: there are few enough to try them
// all within minutes. That is why there is no unkeyed hash here.
package keys

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"
	"sync"
)

const (
	rootSize  = 32 // bytes of the root: a whole SHA-256 block of chance
	idSize    = 4  // bytes of the key id in front of each box
	nonceSize = 12 // bytes, as AES-GCM wants them
	boxFormat = 1  // first byte of a box; a later format has another
	// Overhead is how many bytes longer a box is than what it holds.
	Overhead = 1 + idSize + nonceSize + 16
)

// ErrSealed means that a box can't be opened: it was sealed for another purpose
// or with other associated data, or it was changed.
var ErrSealed = errors.New("the box does not open: it was changed, or sealed for something else")

// ErrOtherKey means that a box was sealed with the keys of another file.
var ErrOtherKey = errors.New("the box was sealed with another key file")

// Keys are the secrets of one key file. They can be used by many goroutines at
// once and print nothing of themselves.
type Keys struct {
	root   [rootSize]byte
	id     [idSize]byte
	hashes sync.Map // purpose -> *sync.Pool of HMACs with its secret
	boxes  sync.Map // purpose -> cipher.AEAD

	mu     sync.Mutex // guards random, which may not be safe for many at once
	random io.Reader
}

// New makes keys from a root. Nonces are read from random; nil takes the
// system's. Tests give both, everybody else calls Open.
func New(root [32]byte, random io.Reader) *Keys {
	if random == nil {
		random = rand.Reader
	}
	k := &Keys{root: root, random: random}
	copy(k.id[:], k.derive("id", ""))
	return k
}

// ID names the key, not its secret: eight hex digits. A database remembers it,
// so that the wrong key file beside it is noticed at once.
func (k *Keys) ID() string { return hex.EncodeToString(k.id[:]) }

// Hash is the pseudonym of id at a door, for one purpose: the first 16 bytes of
// an HMAC-SHA-256. The same id has unrelated hashes under different purposes.
func (k *Keys) Hash(purpose, door, id string) [16]byte {
	pool := k.macs(purpose)
	mac := pool.Get().(hash.Hash)
	defer pool.Put(mac)
	mac.Reset()
	// The door's length keeps ("a", "b|c") and ("a|b", "c") apart.
	buf := make([]byte, 0, 64)
	buf = append(buf, "v1|"...)
	buf = strconv.AppendInt(buf, int64(len(door)), 10)
	buf = append(append(append(append(buf, '|'), door...), '|'), id...)
	mac.Write(buf)
	var sum [sha256.Size]byte
	return [16]byte(mac.Sum(sum[:0]))
}

// Seal puts plain into a box for one purpose (AES-256-GCM, random nonce). The
// box opens only with the same purpose and the same associated data, which is
// what ties it to its row. It is Overhead bytes longer than plain: one byte of
// format, the key's id, the nonce, the sealed bytes. A purpose may seal some
// 2^32 times before nonces become too likely to repeat (NIST SP 800-38D, 8.3):
// centuries here.
func (k *Keys) Seal(purpose string, plain, associated []byte) []byte {
	box := make([]byte, 1+idSize+nonceSize, len(plain)+Overhead)
	box[0] = boxFormat
	copy(box[1:], k.id[:])
	nonce := box[1+idSize:]
	k.mu.Lock()
	_, err := io.ReadFull(k.random, nonce)
	k.mu.Unlock()
	if err != nil {
		panic("keys: no random bytes: " + err.Error()) // the system's reader never fails
	}
	return k.box(purpose).Seal(box, nonce, plain, associated)
}

// Open takes out what Seal put in. It fails with ErrOtherKey or ErrSealed; the
// error says nothing of the contents.
func (k *Keys) Open(purpose string, box, associated []byte) ([]byte, error) {
	if len(box) < Overhead || box[0] != boxFormat {
		return nil, ErrSealed
	}
	if [idSize]byte(box[1:]) != k.id {
		return nil, ErrOtherKey
	}
	nonce := box[1+idSize : 1+idSize+nonceSize]
	plain, err := k.box(purpose).Open(nil, nonce, box[1+idSize+nonceSize:], associated)
	if err != nil {
		return nil, ErrSealed
	}
	return plain, nil
}

// Format keeps the secrets out of logs and error texts, whatever the verb.
func (k *Keys) Format(s fmt.State, _ rune) { io.WriteString(s, "keys") }

// MarshalText keeps the secrets out of JSON and structured logs.
func (k *Keys) MarshalText() ([]byte, error) { return []byte("keys"), nil }

// macs are HMACs with the secret of a purpose, which take longer to make than to use.
func (k *Keys) macs(purpose string) *sync.Pool {
	if p, ok := k.hashes.Load(purpose); ok {
		return p.(*sync.Pool)
	}
	secret := k.derive("hash", purpose)
	p, _ := k.hashes.LoadOrStore(purpose, &sync.Pool{New: func() any { return hmac.New(sha256.New, secret) }})
	return p.(*sync.Pool)
}

func (k *Keys) box(purpose string) cipher.AEAD {
	if b, ok := k.boxes.Load(purpose); ok {
		return b.(cipher.AEAD)
	}
	block, err := aes.NewCipher(k.derive("seal", purpose))
	if err != nil {
		panic("keys: " + err.Error()) // only for a wrong key length
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic("keys: " + err.Error()) // only for a wrong block size
	}
	b, _ := k.boxes.LoadOrStore(purpose, aead)
	return b.(cipher.AEAD)
}

// derive is the secret for one use of one purpose.
func (k *Keys) derive(use, purpose string) []byte {
	s, err := hkdf.Key(sha256.New, k.root[:], nil, "signpost v1|"+use+"|"+purpose, rootSize)
	if err != nil {
		panic("keys: " + err.Error()) // only for an absurd length
	}
	return s
}
