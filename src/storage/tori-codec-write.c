/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec-private.h"

#include "model/tori-list.h"

/* Writes a plan in canonical form, by the field tables of the model: the same plan gives the same bytes. */

typedef struct
{
  ToriJsonWriter *writer;
  ToriPlan *plan;
} Encoder;

static void
write_members (Encoder *self, const ToriField *fields, guint n_fields, gpointer base, const char *unknown);

static void
write_key (Encoder *self, const ToriField *field)
{
  char key[32];

  g_strlcpy (key, field->name, sizeof key);
  g_strdelimit (key, "-", '_');
  tori_json_writer_key (self->writer, key);
}

static const char *
get_nick (GType type, int choice)
{
  GEnumClass *klass = g_type_class_ref (type);
  const GEnumValue *value = g_enum_get_value (klass, choice);

  g_type_class_unref (klass);
  return value->value_nick;
}

static void
write_record (Encoder *self, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  write_members (self, fields, n_fields, record, tori_record_get_unknown (record));
}

static void
write_form (Encoder *self, const ToriForm *form, gconstpointer base)
{
  gpointer writable = (gpointer) base; /* places are found in records as well, which are not const */

  write_members (self, form->fields, form->n_fields, writable, G_STRUCT_MEMBER (char *, base, form->unknown));
}

static void
write_lanes (Encoder *self, const ToriLanes *lanes)
{
  tori_json_writer_begin_array (self->writer);
  for (guint i = 0; i < tori_lanes_get_n_lanes (lanes); i++)
    {
      guint n_spans;
      const ToriSpan *spans = tori_lanes_get_spans (lanes, i, &n_spans);

      tori_json_writer_begin_array (self->writer);
      for (guint j = 0; j < n_spans; j++)
        write_form (self, &tori_form_span, &spans[j]);
      tori_json_writer_end_array (self->writer);
    }
  tori_json_writer_end_array (self->writer);
}

/* In the order of the plan's scales, in whatever order they were made. */
static void
write_ratings (Encoder *self, const ToriRatings *ratings)
{
  ToriList *scales = tori_plan_get_scales (self->plan);

  tori_json_writer_begin_object (self->writer);
  for (guint i = 0; i < tori_list_get_length (scales); i++)
    {
      const ToriRating *rating = tori_ratings_find (ratings, tori_record_get_id (tori_list_get (scales, i)));

      if (!rating)
        continue;
      tori_json_writer_key (self->writer, rating->scale);
      write_form (self, &tori_form_rating, rating);
    }
  tori_json_writer_end_object (self->writer);
}

static void
write_values (Encoder *self, const ToriValues *values)
{
  tori_json_writer_begin_array (self->writer);
  for (guint i = 0; i < tori_values_get_n (values); i++)
    write_form (self, &tori_form_value, tori_values_get (values, i));
  tori_json_writer_end_array (self->writer);
}

static void
write_boxed (Encoder *self, GType type, gconstpointer boxed)
{
  if (!boxed)
    tori_json_writer_null (self->writer); /* years of a plan that has none yet */
  else if (type == TORI_TYPE_YEARS)
    write_form (self, &tori_form_years, boxed);
  else if (type == TORI_TYPE_STAMP)
    write_form (self, &tori_form_stamp, boxed);
  else if (type == TORI_TYPE_LANES)
    write_lanes (self, boxed);
  else if (type == TORI_TYPE_RATINGS)
    write_ratings (self, boxed);
  else if (type == TORI_TYPE_VALUES)
    write_values (self, boxed);
  else
    g_assert_not_reached ();
}

static gboolean
is_default_boxed (GType type, gconstpointer boxed)
{
  const ToriStamp *stamp = boxed;

  if (!boxed)
    return TRUE;
  if (type == TORI_TYPE_STAMP)
    return !stamp->at && !stamp->by && !stamp->unknown;
  if (type == TORI_TYPE_LANES)
    return tori_lanes_get_n_lanes (boxed) == 0;
  if (type == TORI_TYPE_RATINGS)
    return tori_ratings_get_n (boxed) == 0;
  if (type == TORI_TYPE_VALUES)
    return tori_values_get_n (boxed) == 0;
  return FALSE;
}

static gboolean
is_default (const ToriField *field, gpointer place)
{
  const char *text;

  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT:
    case TORI_FIELD_DECIMAL:
    case TORI_FIELD_REF: text = *(char **) place; return !text || *text == '\0';
    case TORI_FIELD_YEAR: return *(int *) place == 0;
    case TORI_FIELD_NUMBER:
    case TORI_FIELD_FLAG:
    case TORI_FIELD_CHOICE: return *(int *) place == field->fallback;
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS: return !*(char ***) place || !**(char ***) place;
    case TORI_FIELD_LIST: return tori_list_get_length (*(ToriList **) place) == 0;
    case TORI_FIELD_BOXED: return is_default_boxed (field->type (), *(gpointer *) place);
    default: g_assert_not_reached ();
    }
}

static void
write_words (Encoder *self, char **words)
{
  tori_json_writer_begin_array (self->writer);
  for (guint i = 0; words && words[i]; i++)
    tori_json_writer_string (self->writer, words[i]);
  tori_json_writer_end_array (self->writer);
}

static void
write_list (Encoder *self, ToriList *list)
{
  tori_json_writer_begin_array (self->writer);
  for (guint i = 0; i < tori_list_get_length (list); i++)
    write_record (self, tori_list_get (list, i));
  tori_json_writer_end_array (self->writer);
}

static void
write_field (Encoder *self, const ToriField *field, gpointer place)
{
  const char *text;

  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT:
    case TORI_FIELD_REF:
      text = *(char **) place;
      tori_json_writer_string (self->writer, text ? text : "");
      return;
    case TORI_FIELD_DECIMAL: tori_json_writer_number (self->writer, *(char **) place); return;
    case TORI_FIELD_YEAR:
    case TORI_FIELD_NUMBER: tori_json_writer_integer (self->writer, *(int *) place); return;
    case TORI_FIELD_FLAG: tori_json_writer_boolean (self->writer, *(gboolean *) place); return;
    case TORI_FIELD_CHOICE:
      tori_json_writer_string (self->writer, get_nick (field->type (), *(int *) place));
      return;
    case TORI_FIELD_WORDS:
    case TORI_FIELD_REFS: write_words (self, *(char ***) place); return;
    case TORI_FIELD_LIST: write_list (self, *(ToriList **) place); return;
    case TORI_FIELD_BOXED: write_boxed (self, field->type (), *(gpointer *) place); return;
    default: g_assert_not_reached ();
    }
}

static void
write_members (Encoder *self, const ToriField *fields, guint n_fields, gpointer base, const char *unknown)
{
  tori_json_writer_begin_object (self->writer);
  if (base == self->plan)
    {
      tori_json_writer_key (self->writer, "format");
      tori_json_writer_string (self->writer, TORI_CODEC_FORMAT);
      tori_json_writer_key (self->writer, "version");
      tori_json_writer_integer (self->writer, TORI_CODEC_VERSION);
    }
  for (guint i = 0; i < n_fields; i++)
    {
      gpointer place = G_STRUCT_MEMBER_P (base, fields[i].offset);

      if (!(fields[i].flags & TORI_FIELD_ALWAYS) && is_default (&fields[i], place))
        continue;
      write_key (self, &fields[i]);
      write_field (self, &fields[i], place);
    }
  tori_json_writer_raw_members (self->writer, unknown);
  tori_json_writer_end_object (self->writer);
}

/**
 * tori_codec_encode:
 * @plan: a plan
 *
 * Returns: (transfer full): the bytes of its file, in canonical form
 */
GBytes *
tori_codec_encode (ToriPlan *plan)
{
  g_autoptr (ToriJsonWriter) writer = NULL;
  Encoder self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  writer = tori_json_writer_new ();
  self = (Encoder){ writer, plan };
  write_record (&self, TORI_RECORD (plan));
  return tori_json_writer_finish (writer);
}

/**
 * tori_codec_write_record:
 * @writer: where to
 * @record: a record of a plan
 *
 * Writes it as it stands in the file of its plan.
 */
void
tori_codec_write_record (ToriJsonWriter *writer, ToriRecord *record)
{
  Encoder self = { writer, tori_record_get_ancestor (record, TORI_TYPE_PLAN) };

  g_return_if_fail (self.plan != NULL);

  write_record (&self, record);
}

/**
 * tori_codec_write_field:
 * @writer: where to
 * @record: a record of a plan
 * @field: one of its fields
 *
 * Writes the field's value as it stands in the file; null for one that the file would leave out.
 */
void
tori_codec_write_field (ToriJsonWriter *writer, ToriRecord *record, const ToriField *field)
{
  Encoder self = { writer, tori_record_get_ancestor (record, TORI_TYPE_PLAN) };
  gpointer place = tori_record_peek (record, field);

  g_return_if_fail (self.plan != NULL);

  if (is_default (field, place))
    tori_json_writer_null (writer);
  else
    write_field (&self, field, place);
}
