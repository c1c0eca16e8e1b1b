/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a run of the program ended. */
typedef struct
{
  int status;
  char *out;
  gsize length; /* of out, which may be no text */
  char *err;
} ToriTestResult;

void tori_test_run_in (ToriTestResult *result, const char *environment, const char *line, const char *input);
void tori_test_run (ToriTestResult *result, const char *language, const char *line, const char *input);
char *tori_test_run_well (const char *language, const char *line);
void tori_test_result_clear (ToriTestResult *result);
char *tori_test_read_written (const char *name);
void tori_test_write_file (const char *name, const char *contents);
void tori_test_assert_contains (const char *text, const char *part);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ToriTestResult, tori_test_result_clear)

G_END_DECLS
