package sqlite

import (
	"context"
	"embed"
	"fmt"
	"os"
	"path/filepath"
)

//go:embed migrations/*.sql
var directoryFiles embed.FS

// DirectorySet is the kind of file that a directory is.
var DirectorySet = Set{Name: "directory", Files: directoryFiles}

// sqlRevise says that listings are not what they were; see catalogue.
const sqlRevise = `INSERT INTO meta (name, value) VALUES ('revision', '1')
	ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(meta.value AS INTEGER) + 1 AS TEXT)`

// Directory is the directory in a file. All methods may be called from several
// goroutines, and several processes may have the same file open.
type Directory struct {
	db        *DB
	cat       catalogues
	known     known
	gazetteer gazetteer
}

// OpenDirectory opens the directory at path, a file or a folder that holds (or
// is to hold) directory.db. For its errors see Open.
func OpenDirectory(ctx context.Context, path string) (*Directory, error) {
	return openDirectory(ctx, path, Options{})
}

// OpenExistingDirectory is OpenDirectory for those who only read: it makes no
// new file.
func OpenExistingDirectory(ctx context.Context, path string) (*Directory, error) {
	return openDirectory(ctx, path, Options{Existing: true})
}

func openDirectory(ctx context.Context, path string, opts Options) (*Directory, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "directory.db")
	}
	db, err := Open(ctx, path, DirectorySet, opts)
	if err != nil {
		return nil, fmt.Errorf("opening the directory: %w", err)
	}
	if err := db.fillTerms(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("opening the directory: writing the vocabulary: %w", db.Explain(err))
	}
	return &Directory{db: db}, nil
}

// DB is the file itself, for backups and checkpoints.
func (d *Directory) DB() *DB { return d.db }

// Close closes the file.
func (d *Directory) Close() error { return d.db.Close() }
