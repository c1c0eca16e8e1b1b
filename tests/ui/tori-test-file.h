/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tori-test-window.h"

G_BEGIN_DECLS

/**
 * ToriTestFile:
 * @folder: a folder of its own
 * @path: the plan's file in it
 * @lock: the file beside it that says who has it open
 * @bytes: what was in it at the beginning
 * @length: how many these are
 * @window: the window that has it open; a test may close it and put another one here
 *
 * A plan that is open from a file which nobody else uses.
 */
typedef struct
{
  char *folder;
  char *path;
  char *lock;
  char *bytes;
  gsize length;
  ToriWindow *window;
} ToriTestFile;

void tori_test_file_prepare (ToriTestFile *self, const char *text);
void tori_test_file_open (ToriTestFile *self, const char *text);
void tori_test_file_close (ToriTestFile *self);
void tori_test_file_remove (ToriTestFile *self);
ToriDocument *tori_test_file_get_document (ToriTestFile *self);
gboolean tori_test_file_has (ToriTestFile *self, const char *text);
void tori_test_file_assert_untouched (ToriTestFile *self);

G_END_DECLS
