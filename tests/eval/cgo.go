// The library by cgo: its functions and structures as the header has them.
package main

/*
#include <stdlib.h>
#include <ungarble.h>

int goWrite(void *user, char *bytes, size_t len);
int goEdit(void *user, struct ungarble_edit *edit);
*/
import "C"

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"unsafe"
)

const (
	garbled = "Le cafÃ© ferme, lâ€™Ã©tÃ© finit.\n"
	mended  = "Le café ferme, l’été finit.\n"
)

// What a stream writes and tells, by the number that is its user.
var (
	lock    sync.Mutex
	written = map[uintptr]*bytes.Buffer{}
	told    = map[uintptr]int{}
)

//export goWrite
func goWrite(user unsafe.Pointer, at *C.char, len C.size_t) C.int {
	lock.Lock()
	defer lock.Unlock()
	written[uintptr(*(*C.size_t)(user))].Write(
		C.GoBytes(unsafe.Pointer(at), C.int(len)))
	return 0
}

//export goEdit
func goEdit(user unsafe.Pointer, edit *C.struct_ungarble_edit) C.int {
	lock.Lock()
	defer lock.Unlock()
	if C.GoString(edit.fix) == "mojibake" && edit.confidence > 50 {
		told[uintptr(*(*C.size_t)(user))]++
	}
	return 0
}

var checks, failed int

func check(name string, ok bool) {
	lock.Lock()
	defer lock.Unlock()
	checks++
	if !ok {
		failed++
		fmt.Println("failed:", name)
	}
}

func options() C.struct_ungarble_options {
	var opts C.struct_ungarble_options
	C.ungarble_options_init(&opts, C.sizeof_struct_ungarble_options)
	return opts
}

func whole() {
	in := C.CString(garbled)
	defer C.free(unsafe.Pointer(in))
	opts := options()
	var out *C.char
	var n C.size_t
	check("repair", C.ungarble_repair(unsafe.Pointer(in),
		C.size_t(len(garbled)), &opts, &out, &n) == C.UNGARBLE_OK)
	check("text", C.GoStringN(out, C.int(n)) == mended)
	C.ungarble_free(out, &opts)

	legacy := C.CString("Le caf\xe9 ferme \xe0 midi.\n")
	defer C.free(unsafe.Pointer(legacy))
	var guess C.struct_ungarble_guess
	check("guess", C.ungarble_guess(unsafe.Pointer(legacy), 22, nil,
		&guess, 1, &n) == C.UNGARBLE_OK && n == 1)
	check("encoding", C.GoString(guess.encoding) == "windows-1252")

	label := C.CString("klingon")
	defer C.free(unsafe.Pointer(label))
	opts.from = label
	err := C.ungarble_repair(unsafe.Pointer(in), 1, &opts, &out, &n)
	check("error", err == C.UNGARBLE_ELABEL && out == nil)
	check("in words", C.GoString(C.ungarble_strerror(err)) ==
		"no encoding of that name")
}

func stream(number uintptr) {
	const times = 50
	user := (*C.size_t)(C.malloc(C.sizeof_size_t))
	defer C.free(unsafe.Pointer(user))
	*user = C.size_t(number)
	lock.Lock()
	written[number] = &bytes.Buffer{}
	lock.Unlock()
	opts := options()
	opts.write = (*[0]byte)(C.goWrite)
	opts.edit = (*[0]byte)(C.goEdit)
	opts.user = unsafe.Pointer(user)
	var ug *C.struct_ungarble
	check("open", C.ungarble_open(&ug, &opts) == C.UNGARBLE_OK)
	data := []byte(garbled)
	fed := true
	for i := 0; i < times; i++ {
		fed = fed && C.ungarble_feed(ug, unsafe.Pointer(&data[0]),
			C.size_t(len(data))) == C.UNGARBLE_OK
	}
	check("feed", fed)
	check("finish", C.ungarble_finish(ug) == C.UNGARBLE_OK)
	C.ungarble_close(ug)
	lock.Lock()
	got, edits := written[number].String(), told[number]
	lock.Unlock()
	check("written", got == string(bytes.Repeat([]byte(mended), times)))
	check("told", edits == 3*times)
}

func main() {
	var all sync.WaitGroup

	whole()
	for i := uintptr(1); i <= 4; i++ {
		all.Add(1)
		go func(i uintptr) {
			defer all.Done()
			stream(i)
		}(i)
	}
	all.Wait()
	fmt.Printf("%d checks, %d failed\n", checks, failed)
	if failed > 0 {
		os.Exit(1)
	}
}
