/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-storage-error.h"

/* An error of this layer says what happened (its code) and where (a line and a column in characters, or a
 * JSON path), and holds the offending value where a sentence needs it. GError has no fields for that, hence
 * the extended error: it travels as any GError does, through GTask too. Its message is for logs and tests;
 * what a person reads is made in tori-storage-words.c. */

typedef struct
{
  guint line;
  guint column;
  char *path;
  char *value;
} ToriStorageErrorPrivate;

static void
tori_storage_error_private_init (ToriStorageErrorPrivate *priv)
{
}

static void
tori_storage_error_private_copy (const ToriStorageErrorPrivate *from, ToriStorageErrorPrivate *to)
{
  to->line = from->line;
  to->column = from->column;
  to->path = g_strdup (from->path);
  to->value = g_strdup (from->value);
}

static void
tori_storage_error_private_clear (ToriStorageErrorPrivate *priv)
{
  g_free (priv->path);
  g_free (priv->value);
}

G_DEFINE_EXTENDED_ERROR (ToriStorageError, tori_storage_error)

static const char *const names[TORI_STORAGE_N_ERRORS] = {
  [TORI_STORAGE_ERROR_EMPTY] = "empty",
  [TORI_STORAGE_ERROR_TRUNCATED] = "truncated",
  [TORI_STORAGE_ERROR_NOT_JSON] = "not-json",
  [TORI_STORAGE_ERROR_UNEXPECTED] = "unexpected",
  [TORI_STORAGE_ERROR_MISSING_COMMA] = "missing-comma",
  [TORI_STORAGE_ERROR_EXTRA_COMMA] = "extra-comma",
  [TORI_STORAGE_ERROR_MISSING_COLON] = "missing-colon",
  [TORI_STORAGE_ERROR_MISSING_KEY] = "missing-key",
  [TORI_STORAGE_ERROR_MISSING_VALUE] = "missing-value",
  [TORI_STORAGE_ERROR_WRONG_BRACKET] = "wrong-bracket",
  [TORI_STORAGE_ERROR_BAD_WORD] = "bad-word",
  [TORI_STORAGE_ERROR_BAD_NUMBER] = "bad-number",
  [TORI_STORAGE_ERROR_NUMBER_RANGE] = "number-range",
  [TORI_STORAGE_ERROR_BAD_ESCAPE] = "bad-escape",
  [TORI_STORAGE_ERROR_LONE_SURROGATE] = "lone-surrogate",
  [TORI_STORAGE_ERROR_NUL] = "nul",
  [TORI_STORAGE_ERROR_CONTROL] = "control",
  [TORI_STORAGE_ERROR_INVALID_UTF8] = "invalid-utf8",
  [TORI_STORAGE_ERROR_DUPLICATE_KEY] = "duplicate-key",
  [TORI_STORAGE_ERROR_AFTER_END] = "after-end",
  [TORI_STORAGE_ERROR_TOO_DEEP] = "too-deep",
  [TORI_STORAGE_ERROR_TOO_LARGE] = "too-large",
  [TORI_STORAGE_ERROR_TOO_MANY] = "too-many",
  [TORI_STORAGE_ERROR_TOO_LONG] = "too-long",
  [TORI_STORAGE_ERROR_NOT_A_PLAN] = "not-a-plan",
  [TORI_STORAGE_ERROR_TOO_NEW] = "too-new",
  [TORI_STORAGE_ERROR_BAD_VERSION] = "bad-version",
  [TORI_STORAGE_ERROR_EXPECTED_TEXT] = "expected-text",
  [TORI_STORAGE_ERROR_EXPECTED_LIST] = "expected-list",
  [TORI_STORAGE_ERROR_EXPECTED_OBJECT] = "expected-object",
  [TORI_STORAGE_ERROR_EXPECTED_NUMBER] = "expected-number",
  [TORI_STORAGE_ERROR_EXPECTED_INTEGER] = "expected-integer",
  [TORI_STORAGE_ERROR_EXPECTED_BOOLEAN] = "expected-boolean",
  [TORI_STORAGE_ERROR_UNKNOWN_CHOICE] = "unknown-choice",
  [TORI_STORAGE_ERROR_MISSING_MEMBER] = "missing-member",
  [TORI_STORAGE_ERROR_EMPTY_ID] = "empty-id",
  [TORI_STORAGE_ERROR_DUPLICATE_ID] = "duplicate-id",
  [TORI_STORAGE_ERROR_DANGLING] = "dangling",
  [TORI_STORAGE_ERROR_YEAR_RANGE] = "year-range",
  [TORI_STORAGE_ERROR_YEARS_REVERSED] = "years-reversed",
  [TORI_STORAGE_ERROR_SPANS_OVERLAP] = "spans-overlap",
  [TORI_STORAGE_ERROR_DUPLICATE_YEAR] = "duplicate-year",
  [TORI_STORAGE_ERROR_NOT_FOUND] = "not-found",
  [TORI_STORAGE_ERROR_IS_FOLDER] = "is-folder",
  [TORI_STORAGE_ERROR_NOT_REGULAR] = "not-regular",
  [TORI_STORAGE_ERROR_NO_PERMISSION] = "no-permission",
  [TORI_STORAGE_ERROR_READ_FAILED] = "read-failed",
  [TORI_STORAGE_ERROR_NO_SPACE] = "no-space",
  [TORI_STORAGE_ERROR_READ_ONLY] = "read-only",
  [TORI_STORAGE_ERROR_WRITE_FAILED] = "write-failed",
  [TORI_STORAGE_ERROR_EXISTS] = "exists",
  [TORI_STORAGE_ERROR_CONFLICT] = "conflict",
  [TORI_STORAGE_ERROR_GONE] = "gone",
  [TORI_STORAGE_ERROR_DAMAGED] = "damaged",
  [TORI_STORAGE_ERROR_UNSOUND] = "unsound",
};

/**
 * tori_storage_error_get_name:
 * @code: one of the codes
 *
 * Returns: (transfer none): the name of @code for logs and tests, never for people
 */
const char *
tori_storage_error_get_name (ToriStorageError code)
{
  g_return_val_if_fail ((guint) code < TORI_STORAGE_N_ERRORS, "");

  return names[code];
}

/**
 * tori_storage_error_new_at_place:
 * @code: what is wrong
 * @line: the line, from 1
 * @column: the character in that line, from 1
 *
 * Returns: (transfer full): an error in the bytes of a file
 */
GError *
tori_storage_error_new_at_place (ToriStorageError code, guint line, guint column)
{
  GError *error = g_error_new (TORI_STORAGE_ERROR, code, "line %u, column %u: %s", line, column, names[code]);
  ToriStorageErrorPrivate *priv = tori_storage_error_get_private (error);

  priv->line = line;
  priv->column = column;
  return error;
}

/**
 * tori_storage_error_new_at_path:
 * @code: what is wrong
 * @path: the JSON path, "" for the whole plan
 * @value: (nullable): the value found there, as a sentence may quote it
 *
 * Returns: (transfer full): an error in the content of a plan
 */
GError *
tori_storage_error_new_at_path (ToriStorageError code, const char *path, const char *value)
{
  GError *error = g_error_new (TORI_STORAGE_ERROR, code, "%s: %s", path, names[code]);
  ToriStorageErrorPrivate *priv = tori_storage_error_get_private (error);

  priv->path = g_strdup (path);
  priv->value = g_strdup (value);
  return error;
}

/**
 * tori_storage_error_new_for_file:
 * @code: what is wrong
 * @value: (nullable): what its sentence has to name besides the file, such as the path of a copy
 *
 * Returns: (transfer full): an error with the file as a whole
 */
GError *
tori_storage_error_new_for_file (ToriStorageError code, const char *value)
{
  GError *error = g_error_new_literal (TORI_STORAGE_ERROR, code, names[code]);

  tori_storage_error_get_private (error)->value = g_strdup (value);
  return error;
}

/**
 * tori_storage_error_get_line:
 * @error: any error
 *
 * Returns: the line, from 1; 0 when the error has no place in the text
 */
guint
tori_storage_error_get_line (const GError *error)
{
  return error->domain == TORI_STORAGE_ERROR ? tori_storage_error_get_private (error)->line : 0;
}

/**
 * tori_storage_error_get_column:
 * @error: any error
 *
 * Returns: the character in the line, from 1; 0 when the error has no place in the text
 */
guint
tori_storage_error_get_column (const GError *error)
{
  return error->domain == TORI_STORAGE_ERROR ? tori_storage_error_get_private (error)->column : 0;
}

/**
 * tori_storage_error_get_path:
 * @error: any error
 *
 * Returns: (nullable): the JSON path of an error in the content, such as `pillars[2].title`
 */
const char *
tori_storage_error_get_path (const GError *error)
{
  return error->domain == TORI_STORAGE_ERROR ? tori_storage_error_get_private (error)->path : NULL;
}

/**
 * tori_storage_error_get_value:
 * @error: any error
 *
 * Returns: (nullable): the offending value, or the path of a copy, as the code has it
 */
const char *
tori_storage_error_get_value (const GError *error)
{
  return error->domain == TORI_STORAGE_ERROR ? tori_storage_error_get_private (error)->value : NULL;
}
