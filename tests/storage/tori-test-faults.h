/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_NONE,
  FAULT_ERROR, /* the call fails with an errno */
  FAULT_SHORT, /* a write takes only half */
  FAULT_KILL,  /* the program ends before the call */
} FaultKind;

/**
 * Fault:
 * @kind: what goes wrong
 * @problem: the errno
 * @at: at which call, from 1
 * @for_good: and at all calls after it
 * @is_remote: whether the file system says that it is NFS
 * @is_folder_closed: whether no file can be made in the file's folder
 * @loses_unsynced: whether with the program the disk dies: what was not brought to it is cut in half
 * @skips_fsync: a saver that does not bring anything to the disk
 * @before_rename: (nullable): called once, before the first rename
 * @n_calls: (out): how many calls there were
 * @has_fired: (out): whether the fault came to be
 */
typedef struct
{
  FaultKind kind;
  int problem;
  guint at;
  gboolean for_good;
  gboolean is_remote;
  gboolean is_folder_closed;
  gboolean loses_unsynced;
  gboolean skips_fsync;
  void (*before_rename) (void);
  guint n_calls;
  gboolean has_fired;
} Fault;

void tori_test_faults_begin (Fault *fault);
void tori_test_faults_end (void);

G_END_DECLS
