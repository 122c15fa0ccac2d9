;;; Run by emacs.ts inside Emacs 28 or newer with eglot; prints what it saw, one "key: value" a line.  -*- lexical-binding: t -*-
(require 'package)
(package-initialize)
(require 'yaml-mode)
(require 'eglot)
(require 'flymake)
(require 'xref)

(defun portolan-say (key value)
  (princ (format "%s: %s\n" key (replace-regexp-in-string "\n" " " (format "%s" value)))))

(defun portolan-at (text)
  "Goes behind the first character of TEXT."
  ;; Where a person types, an idle moment does this.
  (eglot--signal-textDocument/didChange)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (1+ (match-beginning 0))))

(defun portolan-line ()
  (string-trim (buffer-substring-no-properties (line-beginning-position) (line-end-position))))

(defun portolan-check ()
  (load (getenv "PORTOLAN_RECIPE"))
  (setq eglot-sync-connect 20)
  (find-file (getenv "PORTOLAN_FILE"))
  ;; What `eglot-ensure' leaves for the next command, and here is none.
  (apply #'eglot (eglot--guess-contact))

  (flymake-mode 1)
  (let ((end (+ (float-time) 20)))
    (while (and (null (flymake-diagnostics)) (< (float-time) end))
      (flymake-start)
      (accept-process-output nil 0.1)))
  (dolist (diagnostic (flymake-diagnostics))
    (portolan-say "diagnostic" (flymake-diagnostic-text diagnostic)))

  (portolan-at "5432:5432")
  (let ((hover (jsonrpc-request (eglot--current-server-or-lose)
                                :textDocument/hover (eglot--TextDocumentPositionParams))))
    (portolan-say "hover" (eglot--hover-info (plist-get hover :contents))))

  (portolan-at ":5432\"")
  (dolist (reference (xref-backend-references 'eglot nil))
    (portolan-say "reference" (xref-item-summary reference)))

  (portolan-at "5432:5432")
  (dolist (action (eglot-code-actions (point)))
    (portolan-say "action" (plist-get action :title))
    (when (equal (plist-get action :title) "Publish on 127.0.0.1 only")
      (eglot--apply-workspace-edit (plist-get action :edit))))
  (portolan-say "bound" (portolan-line))

  (portolan-at "9464")
  (eglot-rename "9465")
  (portolan-say "renamed" (portolan-line))
  (portolan-at "9465\"\n\n")
  (portolan-say "renamed too" (portolan-line))

  (portolan-at "6379:6379")
  (end-of-line)
  (insert "\n      - \"127.0.0.1:")
  (eglot--signal-textDocument/didChange)
  (let ((completion (eglot-completion-at-point)))
    (portolan-say "completion" (and completion (all-completions "" (nth 2 completion)))))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))

;; Nobody is there to be asked.
(fset 'y-or-n-p #'always)
(condition-case problem
    (progn (portolan-check) (kill-emacs 0))
  (error (portolan-say "error" problem) (kill-emacs 1)))
