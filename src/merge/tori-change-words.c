/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-change-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/tori-attachment.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-entry.h"
#include "model/tori-indicator.h"
#include "model/tori-item.h"
#include "model/tori-label.h"
#include "model/tori-lanes.h"
#include "model/tori-level.h"
#include "model/tori-list.h"
#include "model/tori-scale.h"
#include "model/tori-topic.h"
#include "model/tori-values.h"
#include "model/tori-year-words.h"

/* Changes in words. Windows and commands tell of them alike, and neither is below the other; so the words
 * stand with what they are about. */

/* What the members of records are called. */
static const struct
{
  const char *field, *name;
} names[] = {
  { "title", N_ ("Title") },
  { "number", N_ ("Number") },
  { "organization", N_ ("Organization") },
  { "heading", N_ ("Heading of the report") },
  { "years", N_ ("Fiscal years of the plan") },
  { "year", N_ ("Reported year") },
  { "era", N_ ("Way of writing years") },
  { "phases", N_ ("Phase words") },
  { "text-limit", N_ ("Limit of a text’s length") },
  { "label", N_ ("Sign") },
  { "from", N_ ("First year") },
  { "until", N_ ("Last year") },
  { "merged-into", N_ ("Merged into") },
  { "relisted", N_ ("Further listings") },
  { "divisions", N_ ("Divisions in charge") },
  { "schedule", N_ ("Schedule") },
  { "indicators", N_ ("Indicators") },
  { "entries", N_ ("Entries") },
  { "initiatives", N_ ("Initiatives") },
  { "pillars", N_ ("Pillars") },
  { "departments", N_ ("Departments") },
  { "attachments", N_ ("Attachments") },
  { "scales", N_ ("Scales") },
  { "levels", N_ ("Levels") },
  { "item", N_ ("Name") },
  { "lanes", N_ ("Phases") },
  { "name", N_ ("Name") },
  { "unit", N_ ("Unit") },
  { "better", N_ ("Direction") },
  { "baseline", N_ ("Baseline") },
  { "values", N_ ("Figures") },
  { "state", N_ ("State") },
  { "ratings", N_ ("Level") },
  { "topics", N_ ("Topics") },
  { "items", N_ ("Schedule items") },
  { "actions", NC_ ("entry", "Actions") },
  { "outcome", NC_ ("entry", "Results and issues") },
  { "outlook", NC_ ("entry", "Outlook") },
  { "note", N_ ("Note") },
  { "modified", N_ ("Last changed") },
  { "text", N_ ("Text") },
  { "copied-from", N_ ("Copied from") },
  { "file", N_ ("File") },
  { "successors", N_ ("Successors") },
  { "meaning", N_ ("Definition") },
  { "counts", N_ ("Counts in the rate") },
  { "done", N_ ("Counts as achieved") },
};

static const char *
name_field (const ToriField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].field, field->name))
      return strcmp (field->name, "actions") == 0 || strcmp (field->name, "outcome") == 0
                     || strcmp (field->name, "outlook") == 0
                 ? g_dpgettext2 (NULL, "entry", names[i].name)
                 : _ (names[i].name);
  return field->name;
}

static char *
name_year (ToriRecord *record, int year)
{
  if (year == 0)
    return g_strdup ("");
  return tori_year_words (tori_record_get_ancestor (record, TORI_TYPE_PLAN), year);
}

/* A record by what people know it by. */
static char *
name_record (ToriRecord *record)
{
  g_autofree char *name = NULL;
  const char *quoted = NULL;

  if (TORI_IS_INITIATIVE (record))
    return g_strdup_printf ("%s %s", tori_initiative_get_number (TORI_INITIATIVE (record)),
                            tori_initiative_get_title (TORI_INITIATIVE (record)));
  if (TORI_IS_PILLAR (record))
    {
      name = tori_label_pillar (TORI_PILLAR (record));
      return g_strdup_printf ("%s %s", name, tori_pillar_get_title (TORI_PILLAR (record)));
    }
  if (TORI_IS_ENTRY (record))
    return name_year (record, tori_entry_get_year (TORI_ENTRY (record)));
  if (TORI_IS_DIVISION (record))
    return tori_label_division (TORI_DIVISION (record));
  if (TORI_IS_LEVEL (record))
    return tori_label_level (TORI_LEVEL (record), 0);
  if (TORI_IS_ITEM (record))
    quoted = tori_item_get_item (TORI_ITEM (record));
  else if (TORI_IS_TOPIC (record))
    quoted = tori_topic_get_title (TORI_TOPIC (record));
  else if (TORI_IS_INDICATOR (record))
    quoted = tori_indicator_get_name (TORI_INDICATOR (record));
  else if (TORI_IS_ATTACHMENT (record))
    quoted = tori_attachment_get_title (TORI_ATTACHMENT (record));
  else if (TORI_IS_DEPARTMENT (record))
    quoted = tori_department_get_name (TORI_DEPARTMENT (record));
  else if (TORI_IS_SCALE (record))
    quoted = tori_scale_get_name (TORI_SCALE (record));
  if (quoted != NULL && *quoted != '\0')
    return g_strdup (quoted);
  return g_strdup (name_field (tori_list_get_field (tori_record_get_list (record))));
}

/* An initiative's title has a word of its own. */
static const char *
name_member (ToriRecord *record, const ToriField *field)
{
  if (TORI_IS_INITIATIVE (record) && g_str_equal (field->name, "title"))
    return C_ ("initiative", "Title");
  return name_field (field);
}

/**
 * tori_change_words_subject:
 * @change: a change
 *
 * Returns: (transfer full): the initiative that it is about, or that it is about the plan
 */
char *
tori_change_words_subject (const ToriChange *change)
{
  ToriInitiative *initiative = tori_change_get_initiative (change);

  /* Translators: what a change is about that concerns no single initiative. */
  return initiative == NULL ? g_strdup (_ ("Whole plan")) : name_record (TORI_RECORD (initiative));
}

/**
 * tori_change_words_place:
 * @change: a change
 *
 * Returns: (transfer full): what of the initiative or plan it is about: "FY2018 › Actions"
 */
char *
tori_change_words_place (const ToriChange *change)
{
  ToriRecord *record = tori_change_get_record (change);
  const gboolean is_told = change->field != NULL && !g_str_equal (change->field->name, "text");
  GString *place = g_string_new (is_told ? name_member (record, change->field) : NULL);

  for (; record != NULL && !TORI_IS_INITIATIVE (record) && !TORI_IS_PLAN (record);
       record = tori_record_get_parent (record))
    {
      g_autofree char *name = name_record (record);

      if (place->len > 0)
        g_string_prepend (place, " › ");
      g_string_prepend (place, name);
    }
  return g_string_free (place, FALSE);
}

/* --- Values --- */

static void
append (GString *text, const char *separator, const char *more)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, more);
}

static char *
describe_ref (ToriRecord *record, GType type, const char *id)
{
  ToriRecord *target =
      id == NULL ? NULL : tori_plan_find (tori_record_get_ancestor (record, TORI_TYPE_PLAN), type, id);

  return target == NULL ? g_strdup (id == NULL ? "" : id) : name_record (target);
}

static char *
describe_refs (ToriRecord *record, const ToriField *field)
{
  GString *text = g_string_new (NULL);

  for (char **id = *(char ***) tori_record_peek (record, field); id != NULL && *id != NULL; id++)
    {
      g_autofree char *name = describe_ref (record, field->type (), *id);

      append (text, C_ ("list", ", "), name);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_ratings (ToriRecord *record, const ToriRatings *ratings)
{
  ToriPlan *plan = tori_record_get_ancestor (record, TORI_TYPE_PLAN);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tori_ratings_get_n (ratings); i++)
    {
      const ToriRating *rating = tori_ratings_get (ratings, i);
      ToriLevel *level = tori_plan_find (plan, TORI_TYPE_LEVEL, rating->level);
      g_autofree char *name =
          level == NULL ? g_strdup (rating->level) : tori_label_level (level, rating->since);

      append (text, C_ ("list", ", "), name);
    }
  return g_string_free (text, FALSE);
}

static void
append_years (GString *text, ToriRecord *record, int from, int to)
{
  g_autofree char *first = name_year (record, from);
  g_autofree char *last = name_year (record, to);

  g_string_append (text, first);
  if (to != from)
    g_string_append_printf (text, "–%s", last);
}

static char *
describe_lanes (ToriRecord *record, const ToriLanes *lanes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tori_lanes_get_n_lanes (lanes); i++)
    {
      guint n;
      const ToriSpan *spans = tori_lanes_get_spans (lanes, i, &n);

      for (guint j = 0; j < n; j++)
        {
          append (text, j == 0 ? "\n" : C_ ("list", ", "), spans[j].phase == NULL ? "" : spans[j].phase);
          g_string_append_c (text, ' ');
          append_years (text, record, spans[j].from, spans[j].to);
        }
    }
  return g_string_free (text, FALSE);
}

static char *
describe_figures (ToriRecord *record, const ToriValues *values)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tori_values_get_n (values); i++)
    {
      const ToriValue *value = tori_values_get (values, i);
      g_autofree char *year = name_year (record, value->year);

      append (text, "\n", year);
      /* Translators: figures of an indicator in one year: target and actual; “–” stands for none. */
      g_string_append_printf (text, _ (" target %s, actual %s"), value->target == NULL ? "–" : value->target,
                              value->actual == NULL ? "–" : value->actual);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_boxed (ToriRecord *record, GType type, gpointer boxed)
{
  if (boxed == NULL)
    return g_strdup ("");
  if (type == TORI_TYPE_RATINGS)
    return describe_ratings (record, boxed);
  if (type == TORI_TYPE_LANES)
    return describe_lanes (record, boxed);
  if (type == TORI_TYPE_VALUES)
    return describe_figures (record, boxed);
  if (type == TORI_TYPE_YEARS)
    {
      const ToriYears *years = boxed;
      GString *text = g_string_new (NULL);

      append_years (text, record, years->first, years->last);
      return g_string_free (text, FALSE);
    }
  return g_strdup (((ToriStamp *) boxed)->at == NULL ? "" : ((ToriStamp *) boxed)->at);
}

/* The words of the choices, by what the file calls them. */
static const char *
name_choice (const char *nick)
{
  static const struct
  {
    const char *nick, *context, *name;
  } choices[] = {
    { "draft", "state of an entry", NC_ ("state of an entry", "Draft") },
    { "submitted", "state of an entry", NC_ ("state of an entry", "Submitted") },
    { "returned", "state of an entry", NC_ ("state of an entry", "Returned") },
    { "confirmed", "state of an entry", NC_ ("state of an entry", "Confirmed") },
    { "higher", "indicator", NC_ ("indicator", "Higher is better") },
    { "lower", "indicator", NC_ ("indicator", "Lower is better") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].nick, nick))
      return g_dpgettext2 (NULL, choices[i].context, choices[i].name);
  return nick;
}

static char *
describe_choice (GType type, int choice)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *value = g_enum_get_value (klass, choice);

  return g_strdup (name_choice (value->value_nick));
}

static char *
describe_field (ToriRecord *record, const ToriField *field)
{
  gpointer *place = tori_record_peek (record, field);

  switch (field->kind)
    {
    case TORI_FIELD_ID:
    case TORI_FIELD_TEXT:
    case TORI_FIELD_DECIMAL: return g_strdup (*place == NULL ? "" : *place);
    case TORI_FIELD_REF: return describe_ref (record, field->type (), *place);
    case TORI_FIELD_REFS: return describe_refs (record, field);
    case TORI_FIELD_WORDS:
      return *place == NULL ? g_strdup ("") : g_strjoinv (C_ ("list", ", "), (char **) *place);
    case TORI_FIELD_YEAR: return name_year (record, *(int *) place);
    case TORI_FIELD_NUMBER: return g_strdup_printf ("%d", *(int *) place);
    case TORI_FIELD_FLAG: return g_strdup (*(int *) place ? _ ("Yes") : _ ("No"));
    case TORI_FIELD_CHOICE: return describe_choice (field->type (), *(int *) place);
    case TORI_FIELD_BOXED: return describe_boxed (record, field->type (), *place);
    case TORI_FIELD_LIST:
    default: return g_strdup ("");
    }
}

/* What a record holds that somebody wrote. */
static void
append_texts (GString *text, ToriRecord *record)
{
  guint n_fields;
  const ToriField *fields = tori_record_class_get_fields (TORI_RECORD_GET_CLASS (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == TORI_FIELD_TEXT)
      {
        g_autofree char *value = describe_field (record, &fields[i]);

        if (*value != '\0')
          append (text, "\n", value);
      }
    else if (fields[i].kind == TORI_FIELD_LIST)
      for (guint j = 0; j < tori_list_get_length (*(ToriList **) tori_record_peek (record, &fields[i])); j++)
        append_texts (text, tori_list_get (*(ToriList **) tori_record_peek (record, &fields[i]), j));
}

static char *
describe_order (ToriList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tori_list_get_length (list); i++)
    {
      g_autofree char *name = name_record (tori_list_get (list, i));

      append (text, "\n", name);
    }
  return g_string_free (text, FALSE);
}

/**
 * tori_change_words_value:
 * @change: a change
 * @record: (nullable): the record as it is in one of the copies
 *
 * Returns: (transfer full): what it holds there of what changed
 */
char *
tori_change_words_value (const ToriChange *change, ToriRecord *record)
{
  GString *text;

  if (record == NULL)
    /* Translators: stands in place of something that somebody removed. */
    return g_strdup (_ ("(not there)"));
  if (change->kind == TORI_CHANGE_ORDER)
    return describe_order (*(ToriList **) tori_record_peek (record, change->field));
  if (change->kind == TORI_CHANGE_MOVE && tori_record_get_parent (record) != NULL)
    return name_record (tori_record_get_parent (record));
  if (change->kind == TORI_CHANGE_SET && change->field != NULL)
    return describe_field (record, change->field);
  text = g_string_new (NULL);
  append_texts (text, record);
  return g_string_free (text, FALSE);
}

#define LONGEST 60 /* characters of a value in a sentence */

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *start = NULL;

  if (*line == '\0')
    /* Translators: stands in place of a field's content when there is none. */
    return g_strdup (_ ("(empty)"));
  if (g_utf8_strlen (line, -1) <= LONGEST)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, LONGEST);
  return g_strconcat (start, "…", NULL);
}

/**
 * tori_change_words:
 * @change: a change
 *
 * Returns: (transfer full): a line that says what changed, without the initiative
 */
char *
tori_change_words (const ToriChange *change)
{
  g_autofree char *place = tori_change_words_place (change);
  g_autofree char *old_value = change->old == NULL ? NULL : tori_change_words_value (change, change->old);
  g_autofree char *new_value = change->new == NULL ? NULL : tori_change_words_value (change, change->new);
  g_autofree char *old = old_value == NULL ? NULL : shorten (old_value);
  g_autofree char *new = new_value == NULL ? NULL : shorten (new_value);

  switch (change->kind)
    {
    case TORI_CHANGE_ADD:
      /* Translators: a change: what is new in which place. */
      return *place == '\0' ? g_strdup (_ ("added")) : g_strdup_printf (_ ("%s: added: %s"), place, new);
    case TORI_CHANGE_REMOVE:
      /* Translators: a change: what is gone from which place. */
      return *place == '\0' ? g_strdup (_ ("removed")) : g_strdup_printf (_ ("%s: removed: %s"), place, old);
    case TORI_CHANGE_MOVE:
      /* Translators: a change: from where and to where something was moved. */
      return g_strdup_printf (_ ("moved from “%1$s” to “%2$s”"), old, new);
    case TORI_CHANGE_ORDER:
      /* Translators: a change: what stands in another order. */
      return g_strdup_printf (_ ("%s: put into another order"), place);
    case TORI_CHANGE_SET:
    default:
      if (change->field == NULL)
        return g_strdup (_ ("changed by them, removed by you"));
      /* Translators: a change: the place, what stood there and what stands there now. */
      return g_strdup_printf (_ ("%1$s: “%2$s” became “%3$s”"), place, old == NULL ? _ ("(empty)") : old,
                              new);
    }
}
