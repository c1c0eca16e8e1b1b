/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec-private.h"

#include <string.h>

#include "storage/tori-json-reader.h"
#include "storage/tori-json-writer.h"

/* Reads a plan off the tokens of the strict reader, by the field tables of the model. Recursion is as deep as
 * the classes of the model are nested, whatever the file holds. */

#define FIRST_YEAR 1900
#define LAST_YEAR 2200
#define MAX_RATINGS 100 /* in one place; they are searched one by one */

typedef struct
{
  const char *name; /* of a member, with - for _ when it comes out of a field table; or NULL */
  gboolean is_field;
  guint index;
} Step;

typedef struct
{
  ToriJsonReader *reader;
  GArray *steps;  /* the way to the value being read */
  GArray *owners; /* of ToriIdOwner */
  GError *error;
} Decoder;

static gboolean
read_members (Decoder *self, const ToriField *fields, guint n_fields, gpointer base, char **unknown);

static void
enter_member (Decoder *self, const char *name, gboolean is_field)
{
  Step step = { name, is_field, 0 };

  g_array_append_val (self->steps, step);
}

static void
enter_index (Decoder *self, guint index)
{
  Step step = { NULL, FALSE, index };

  g_array_append_val (self->steps, step);
}

static void
leave (Decoder *self)
{
  g_array_set_size (self->steps, self->steps->len - 1);
}

static char *
make_path (Decoder *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);
      gsize start;

      if (!step->name)
        {
          g_string_append_printf (path, "[%u]", step->index);
          continue;
        }
      if (i > 0)
        g_string_append_c (path, '.');
      start = path->len;
      g_string_append (path, step->name);
      if (step->is_field)
        g_strdelimit (path->str + start, "-", '_');
    }

  return g_string_free (path, FALSE);
}

/* The value being read is wrong; @value may quote it. */
static gboolean
fail (Decoder *self, ToriStorageError code, const char *value)
{
  g_autofree char *path = make_path (self);

  g_assert (!self->error);
  self->error = tori_storage_error_new_at_path (code, path, value);
  return FALSE;
}

/* The bytes themselves are wrong. */
static gboolean
fail_syntax (Decoder *self)
{
  g_assert (!self->error);
  self->error = g_error_copy (tori_json_reader_get_error (self->reader));
  return FALSE;
}

static gboolean
fail_quoting (Decoder *self, ToriStorageError code)
{
  g_autofree char *value = tori_json_reader_dup_text (self->reader);

  return fail (self, code, value);
}

static gboolean
expect (Decoder *self, ToriJsonToken token, ToriJsonToken wanted, ToriStorageError code)
{
  if (token == wanted)
    return TRUE;
  return token == TORI_JSON_ERROR ? fail_syntax (self) : fail (self, code, NULL);
}

static gboolean
read_text (Decoder *self, ToriJsonToken token, char **text)
{
  gsize length;

  if (!expect (self, token, TORI_JSON_STRING, TORI_STORAGE_ERROR_EXPECTED_TEXT))
    return FALSE;

  tori_json_reader_get_text (self->reader, &length);
  *text = length > 0 ? tori_json_reader_dup_text (self->reader) : NULL;
  return TRUE;
}

static gboolean
read_id (Decoder *self, ToriJsonToken token, char **id)
{
  if (!read_text (self, token, id))
    return FALSE;
  return *id ? TRUE : fail (self, TORI_STORAGE_ERROR_EMPTY_ID, NULL);
}

static gboolean
read_integer (
    Decoder *self, ToriJsonToken token, gint64 least, gint64 most, ToriStorageError code, int *number)
{
  gint64 value;

  if (!expect (self, token, TORI_JSON_NUMBER, TORI_STORAGE_ERROR_EXPECTED_INTEGER))
    return FALSE;
  if (!tori_json_reader_get_integer (self->reader, &value))
    return fail_quoting (self, TORI_STORAGE_ERROR_EXPECTED_INTEGER);
  if (value < least || value > most)
    return fail_quoting (self, code);

  *number = (int) value;
  return TRUE;
}

static gboolean
read_decimal (Decoder *self, ToriJsonToken token, char **text)
{
  if (!expect (self, token, TORI_JSON_NUMBER, TORI_STORAGE_ERROR_EXPECTED_NUMBER))
    return FALSE;

  *text = tori_json_reader_dup_text (self->reader);
  return TRUE;
}

static gboolean
read_flag (Decoder *self, ToriJsonToken token, gboolean *flag)
{
  if (token != TORI_JSON_TRUE && !expect (self, token, TORI_JSON_FALSE, TORI_STORAGE_ERROR_EXPECTED_BOOLEAN))
    return FALSE;

  *flag = token == TORI_JSON_TRUE;
  return TRUE;
}

static gboolean
read_choice (Decoder *self, ToriJsonToken token, GType type, int *choice)
{
  g_autofree char *nick = NULL;
  GEnumClass *klass;
  const GEnumValue *value;

  if (!expect (self, token, TORI_JSON_STRING, TORI_STORAGE_ERROR_EXPECTED_TEXT))
    return FALSE;

  nick = tori_json_reader_dup_text (self->reader);
  klass = g_type_class_ref (type);
  value = g_enum_get_value_by_nick (klass, nick);
  if (value)
    *choice = value->value;
  g_type_class_unref (klass);
  return value ? TRUE : fail (self, TORI_STORAGE_ERROR_UNKNOWN_CHOICE, nick);
}

static gboolean
read_words (Decoder *self, ToriJsonToken token, char ***words)
{
  g_autoptr (GPtrArray) list = NULL;

  if (!expect (self, token, TORI_JSON_ARRAY, TORI_STORAGE_ERROR_EXPECTED_LIST))
    return FALSE;

  list = g_ptr_array_new_with_free_func (g_free);
  while ((token = tori_json_reader_next (self->reader)) != TORI_JSON_ARRAY_END)
    {
      enter_index (self, list->len);
      if (!expect (self, token, TORI_JSON_STRING, TORI_STORAGE_ERROR_EXPECTED_TEXT))
        return FALSE;
      leave (self);
      g_ptr_array_add (list, tori_json_reader_dup_text (self->reader));
    }

  if (list->len == 0)
    return TRUE;

  /* In a block of just its size: there are hundreds of thousands. */
  *words = g_new0 (char *, list->len + 1);
  memcpy (*words, list->pdata, list->len * sizeof (char *));
  g_ptr_array_set_free_func (list, NULL);
  return TRUE;
}

static gboolean
read_record (Decoder *self, ToriRecord *record)
{
  g_autofree char *unknown = NULL;
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);
  gboolean ok = read_members (self, fields, n_fields, record, &unknown);

  if (unknown)
    tori_record_set_unknown (record, unknown);
  return ok;
}

static gboolean
read_list (Decoder *self, ToriJsonToken token, ToriList *list, GType type)
{
  g_autoptr (GPtrArray) records = NULL;

  if (!expect (self, token, TORI_JSON_ARRAY, TORI_STORAGE_ERROR_EXPECTED_LIST))
    return FALSE;

  records = g_ptr_array_new_with_free_func (g_object_unref);
  while ((token = tori_json_reader_next (self->reader)) != TORI_JSON_ARRAY_END)
    {
      ToriRecord *record;
      ToriIdOwner owner;

      enter_index (self, records->len);
      if (!expect (self, token, TORI_JSON_OBJECT, TORI_STORAGE_ERROR_EXPECTED_OBJECT))
        return FALSE;
      record = g_object_new (type, NULL);
      g_ptr_array_add (records, record);
      if (!read_record (self, record))
        return FALSE;
      leave (self);

      owner = (ToriIdOwner){ tori_record_get_id (record), record, self->owners->len };
      if (*owner.id != '\0')
        g_array_append_val (self->owners, owner);
    }

  tori_list_splice (list, 0, 0, (ToriRecord *const *) records->pdata, records->len);
  return TRUE;
}

static gboolean
read_form (Decoder *self, ToriJsonToken token, const ToriForm *form, gpointer base)
{
  if (!expect (self, token, TORI_JSON_OBJECT, TORI_STORAGE_ERROR_EXPECTED_OBJECT))
    return FALSE;
  return read_members (self, form->fields, form->n_fields, base, G_STRUCT_MEMBER_P (base, form->unknown));
}

static gboolean
read_years (Decoder *self, ToriJsonToken token, gpointer *place)
{
  ToriYears *years = g_new0 (ToriYears, 1);

  *place = years;
  if (!read_form (self, token, &tori_form_years, years))
    return FALSE;
  return years->first <= years->last ? TRUE : fail (self, TORI_STORAGE_ERROR_YEARS_REVERSED, NULL);
}

static gboolean
read_stamp (Decoder *self, ToriJsonToken token, gpointer *place)
{
  *place = g_new0 (ToriStamp, 1);
  return read_form (self, token, &tori_form_stamp, *place);
}

static gboolean
read_span (Decoder *self, ToriJsonToken token, ToriLanes *lanes, guint lane)
{
  ToriSpan span = { .kind = TORI_SPAN_PLANNED };
  gboolean ok = read_form (self, token, &tori_form_span, &span);

  if (ok && span.from > span.to)
    ok = fail (self, TORI_STORAGE_ERROR_YEARS_REVERSED, NULL);
  if (ok && !tori_lanes_add_span (lanes, lane, &span))
    ok = fail (self, TORI_STORAGE_ERROR_SPANS_OVERLAP, NULL);
  g_free (span.phase);
  g_free (span.unknown);
  return ok;
}

static gboolean
read_lanes (Decoder *self, ToriJsonToken token, gpointer *place)
{
  ToriLanes *lanes;
  ToriJsonReader *reader = self->reader;

  if (!expect (self, token, TORI_JSON_ARRAY, TORI_STORAGE_ERROR_EXPECTED_LIST))
    return FALSE;

  *place = lanes = tori_lanes_new ();
  for (guint i = 0; (token = tori_json_reader_next (reader)) != TORI_JSON_ARRAY_END; i++)
    {
      enter_index (self, i);
      if (!expect (self, token, TORI_JSON_ARRAY, TORI_STORAGE_ERROR_EXPECTED_LIST))
        return FALSE;
      tori_lanes_insert_lane (lanes, i);
      for (guint j = 0; (token = tori_json_reader_next (reader)) != TORI_JSON_ARRAY_END; j++)
        {
          enter_index (self, j);
          if (!read_span (self, token, lanes, i))
            return FALSE;
          leave (self);
        }
      leave (self);
    }
  return TRUE;
}

static gboolean
read_ratings (Decoder *self, ToriJsonToken token, gpointer *place)
{
  ToriRatings *ratings;

  if (!expect (self, token, TORI_JSON_OBJECT, TORI_STORAGE_ERROR_EXPECTED_OBJECT))
    return FALSE;

  *place = ratings = tori_ratings_new ();
  while ((token = tori_json_reader_next (self->reader)) == TORI_JSON_KEY)
    {
      ToriRating rating = { .scale = tori_json_reader_dup_text (self->reader) };
      gboolean ok;

      enter_member (self, rating.scale, FALSE);
      ok = read_form (self, tori_json_reader_next (self->reader), &tori_form_rating, &rating);
      if (ok && tori_ratings_get_n (ratings) == MAX_RATINGS)
        ok = fail (self, TORI_STORAGE_ERROR_TOO_MANY, NULL);
      if (ok)
        tori_ratings_set (ratings, &rating);
      leave (self);
      g_free (rating.scale);
      g_free (rating.level);
      g_free (rating.unknown);
      if (!ok)
        return FALSE;
    }
  return token == TORI_JSON_OBJECT_END ? TRUE : fail_syntax (self);
}

static gboolean
read_values (Decoder *self, ToriJsonToken token, gpointer *place)
{
  ToriValues *values;

  if (!expect (self, token, TORI_JSON_ARRAY, TORI_STORAGE_ERROR_EXPECTED_LIST))
    return FALSE;

  *place = values = tori_values_new ();
  for (guint i = 0; (token = tori_json_reader_next (self->reader)) != TORI_JSON_ARRAY_END; i++)
    {
      ToriValue value = { 0 };
      gboolean ok;

      enter_index (self, i);
      ok = read_form (self, token, &tori_form_value, &value);
      if (ok)
        tori_values_add (values, &value);
      leave (self);
      g_free (value.target);
      g_free (value.actual);
      g_free (value.unknown);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_boxed (Decoder *self, ToriJsonToken token, GType type, gpointer *place)
{
  if (type == TORI_TYPE_YEARS)
    return read_years (self, token, place);
  if (type == TORI_TYPE_STAMP)
    return read_stamp (self, token, place);
  if (type == TORI_TYPE_LANES)
    return read_lanes (self, token, place);
  if (type == TORI_TYPE_RATINGS)
    return read_ratings (self, token, place);
  if (type == TORI_TYPE_VALUES)
    return read_values (self, token, place);
  g_assert_not_reached ();
}

/* Reads the value of a member into its place; null is the same as a member that is not there. */
static gboolean
read_field (Decoder *self, const ToriField *field, gpointer place)
{
  ToriJsonToken token = tori_json_reader_next (self->reader);

  if (token == TORI_JSON_NULL)
    return field->flags & TORI_FIELD_REQUIRED ? fail (self, TORI_STORAGE_ERROR_MISSING_MEMBER, NULL) : TRUE;

  switch (field->kind)
    {
    case TORI_FIELD_ID: return read_id (self, token, place);
    case TORI_FIELD_TEXT:
    case TORI_FIELD_REF: return read_text (self, token, place);
    case TORI_FIELD_DECIMAL: return read_decimal (self, token, place);
    case TORI_FIELD_YEAR:
      return read_integer (self, token, FIRST_YEAR, LAST_YEAR, TORI_STORAGE_ERROR_YEAR_RANGE, place);
    case TORI_FIELD_NUMBER:
      return read_integer (self, token, G_MININT, G_MAXINT, TORI_STORAGE_ERROR_NUMBER_RANGE, place);
    case TORI_FIELD_FLAG: return read_flag (self, token, place);
    case TORI_FIELD_CHOICE: return read_choice (self, token, field->type (), place);
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS: return read_words (self, token, place);
    case TORI_FIELD_LIST: return read_list (self, token, *(ToriList **) place, field->type ());
    case TORI_FIELD_BOXED: return read_boxed (self, token, field->type (), place);
    default: g_assert_not_reached ();
    }
}

/* Whether the key that was just read is the member of a field: with _ where the property has -. */
static gboolean
is_member (ToriJsonReader *reader, const char *name)
{
  gsize length;
  const char *key = tori_json_reader_get_text (reader, &length);

  for (gsize i = 0; i < length; i++)
    if (key[i] != (name[i] == '-' ? '_' : name[i]))
      return FALSE;
  return name[length] == '\0';
}

/* Keeps a member that this version does not know. */
static gboolean
read_unknown (Decoder *self, ToriJsonWriter **unknown)
{
  g_autofree char *key = tori_json_reader_dup_text (self->reader);
  const char *raw;
  gsize length;

  if (!tori_json_reader_skip (self->reader))
    return fail_syntax (self);

  if (!*unknown)
    {
      *unknown = tori_json_writer_new_compact ();
      tori_json_writer_begin_object (*unknown);
    }
  tori_json_writer_key (*unknown, key);
  raw = tori_json_reader_get_raw (self->reader, &length);
  tori_json_writer_raw_value (*unknown, raw, length);
  return TRUE;
}

/* The members that were kept, without the braces around them. */
static char *
finish_unknown (ToriJsonWriter *writer)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *text;

  tori_json_writer_end_object (writer);
  bytes = tori_json_writer_finish (writer);
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text + 1, size - 2);
}

static gboolean
check_required (Decoder *self, const ToriField *fields, guint n_fields, guint64 seen)
{
  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & TORI_FIELD_REQUIRED) && !(seen & G_GUINT64_CONSTANT (1) << i))
      {
        enter_member (self, fields[i].name, TRUE);
        return fail (self, TORI_STORAGE_ERROR_MISSING_MEMBER, NULL);
      }
  return TRUE;
}

/* Reads the members of an object, whose { has been read, into the places that their fields have from @base
 * on. */
static gboolean
read_members (Decoder *self, const ToriField *fields, guint n_fields, gpointer base, char **unknown)
{
  const gboolean is_plan = self->steps->len == 0;
  g_autoptr (ToriJsonWriter) kept = NULL;
  ToriJsonToken token;
  guint64 seen = 0;
  guint next = 0;

  g_assert (n_fields <= 64);
  while ((token = tori_json_reader_next (self->reader)) == TORI_JSON_KEY)
    {
      guint tried = 0;

      /* Members nearly always come in the order of the table. */
      while (tried < n_fields && !is_member (self->reader, fields[next % n_fields].name))
        {
          tried++;
          next++;
        }
      if (tried < n_fields)
        {
          const guint at = next++ % n_fields;

          enter_member (self, fields[at].name, TRUE);
          if (!read_field (self, &fields[at], G_STRUCT_MEMBER_P (base, fields[at].offset)))
            return FALSE;
          leave (self);
          seen |= G_GUINT64_CONSTANT (1) << at;
        }
      else if (is_plan && (is_member (self->reader, "format") || is_member (self->reader, "version")))
        {
          if (!tori_json_reader_skip (self->reader))
            return fail_syntax (self);
        }
      else if (!read_unknown (self, &kept))
        return FALSE;
    }

  if (token == TORI_JSON_ERROR)
    return fail_syntax (self);
  if (kept)
    *unknown = finish_unknown (kept);
  return check_required (self, fields, n_fields, seen);
}

static ToriPlan *
decode (Decoder *self)
{
  g_autoptr (ToriPlan) plan = tori_plan_new ();

  tori_json_reader_next (self->reader);
  if (!read_record (self, TORI_RECORD (plan)))
    return NULL;
  if (tori_json_reader_next (self->reader) != TORI_JSON_END)
    {
      fail_syntax (self);
      return NULL;
    }
  if (!tori_codec_check (plan, self->owners, &self->error))
    return NULL;
  return g_steal_pointer (&plan);
}

/**
 * tori_codec_decode:
 * @data: (array length=length): the bytes of a plan file
 * @length: how many
 * @error: return location of an error in #TORI_STORAGE_ERROR, with line and column when it is about the
 * bytes, with the JSON path when it is about the content
 *
 * Reads a plan out of bytes that may be anything. It uses no file, no main loop and nothing global, so it may
 * run in any thread.
 *
 * Returns: (transfer full) (nullable): the plan
 */
ToriPlan *
tori_codec_decode (const char *data, gsize length, GError **error)
{
  g_autoptr (ToriJsonReader) reader = NULL;
  Decoder self = { 0 };
  ToriPlan *plan;

  if (!tori_codec_check_kind (data, length, error))
    return NULL;

  reader = tori_json_reader_new (data, length);
  self.reader = reader;
  self.steps = g_array_new (FALSE, FALSE, sizeof (Step));
  self.owners = g_array_new (FALSE, FALSE, sizeof (ToriIdOwner));
  plan = decode (&self);
  g_array_unref (self.steps);
  g_array_unref (self.owners);

  g_assert (!plan == !!self.error);
  if (self.error)
    g_propagate_error (error, self.error);
  return plan;
}

/**
 * tori_codec_decode_bytes:
 * @bytes: the content of a plan file
 * @error: return location of an error in #TORI_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the plan, as by tori_codec_decode()
 */
ToriPlan *
tori_codec_decode_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return tori_codec_decode (data, length, error);
}
