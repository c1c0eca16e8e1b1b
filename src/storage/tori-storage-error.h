/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can go wrong between a plan and its file: a closed list, so that each one has its own sentence
 * (tori_storage_error_describe ()) and its own test. */
typedef enum
{
  /* The bytes are no JSON of ours: line and column. */
  TORI_STORAGE_ERROR_EMPTY,
  TORI_STORAGE_ERROR_TRUNCATED,
  TORI_STORAGE_ERROR_NOT_JSON,
  TORI_STORAGE_ERROR_UNEXPECTED,
  TORI_STORAGE_ERROR_MISSING_COMMA,
  TORI_STORAGE_ERROR_EXTRA_COMMA,
  TORI_STORAGE_ERROR_MISSING_COLON,
  TORI_STORAGE_ERROR_MISSING_KEY,
  TORI_STORAGE_ERROR_MISSING_VALUE,
  TORI_STORAGE_ERROR_WRONG_BRACKET,
  TORI_STORAGE_ERROR_BAD_WORD,
  TORI_STORAGE_ERROR_BAD_NUMBER,
  TORI_STORAGE_ERROR_NUMBER_RANGE,
  TORI_STORAGE_ERROR_BAD_ESCAPE,
  TORI_STORAGE_ERROR_LONE_SURROGATE,
  TORI_STORAGE_ERROR_NUL,
  TORI_STORAGE_ERROR_CONTROL,
  TORI_STORAGE_ERROR_INVALID_UTF8,
  TORI_STORAGE_ERROR_DUPLICATE_KEY,
  TORI_STORAGE_ERROR_AFTER_END,
  TORI_STORAGE_ERROR_TOO_DEEP,
  TORI_STORAGE_ERROR_TOO_LARGE,
  TORI_STORAGE_ERROR_TOO_MANY,
  TORI_STORAGE_ERROR_TOO_LONG,

  /* It is JSON, but no plan of format 1: a path, often the value found there. */
  TORI_STORAGE_ERROR_NOT_A_PLAN,
  TORI_STORAGE_ERROR_TOO_NEW,
  TORI_STORAGE_ERROR_BAD_VERSION,
  TORI_STORAGE_ERROR_EXPECTED_TEXT,
  TORI_STORAGE_ERROR_EXPECTED_LIST,
  TORI_STORAGE_ERROR_EXPECTED_OBJECT,
  TORI_STORAGE_ERROR_EXPECTED_NUMBER,
  TORI_STORAGE_ERROR_EXPECTED_INTEGER,
  TORI_STORAGE_ERROR_EXPECTED_BOOLEAN,
  TORI_STORAGE_ERROR_UNKNOWN_CHOICE,
  TORI_STORAGE_ERROR_MISSING_MEMBER,
  TORI_STORAGE_ERROR_EMPTY_ID,
  TORI_STORAGE_ERROR_DUPLICATE_ID,
  TORI_STORAGE_ERROR_DANGLING,
  TORI_STORAGE_ERROR_YEAR_RANGE,
  TORI_STORAGE_ERROR_YEARS_REVERSED,
  TORI_STORAGE_ERROR_SPANS_OVERLAP,
  TORI_STORAGE_ERROR_DUPLICATE_YEAR,

  /* The file itself; nothing was changed, unless the code says so. */
  TORI_STORAGE_ERROR_NOT_FOUND,
  TORI_STORAGE_ERROR_IS_FOLDER,
  TORI_STORAGE_ERROR_NOT_REGULAR,
  TORI_STORAGE_ERROR_NO_PERMISSION,
  TORI_STORAGE_ERROR_READ_FAILED,
  TORI_STORAGE_ERROR_NO_SPACE,
  TORI_STORAGE_ERROR_READ_ONLY,
  TORI_STORAGE_ERROR_WRITE_FAILED,
  TORI_STORAGE_ERROR_EXISTS,
  TORI_STORAGE_ERROR_CONFLICT,
  TORI_STORAGE_ERROR_GONE,
  TORI_STORAGE_ERROR_DAMAGED, /* overwriting in place broke off; the value is the path of the whole copy */
  TORI_STORAGE_ERROR_UNSOUND, /* our own bytes did not read back as the same plan: a bug, caught before
                                 writing */
} ToriStorageError;

#define TORI_STORAGE_N_ERRORS (TORI_STORAGE_ERROR_UNSOUND + 1)

#define TORI_STORAGE_ERROR (tori_storage_error_quark ())
GQuark tori_storage_error_quark (void);

GError *tori_storage_error_new_at_place (ToriStorageError code, guint line, guint column);
GError *tori_storage_error_new_at_path (ToriStorageError code, const char *path, const char *value);
GError *tori_storage_error_new_for_file (ToriStorageError code, const char *value);

const char *tori_storage_error_get_name (ToriStorageError code);
guint tori_storage_error_get_line (const GError *error);
guint tori_storage_error_get_column (const GError *error);
const char *tori_storage_error_get_path (const GError *error);
const char *tori_storage_error_get_value (const GError *error);

G_END_DECLS
