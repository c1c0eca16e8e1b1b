/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/tori-change-list.h"

#include "cli/tori-command.h"
#include "merge/tori-change-words.h"
#include "model/tori-list.h"
#include "storage/tori-codec.h"

/* Changes and conflicts as the commands tell them. */

/**
 * tori_change_list_print:
 * @changes: (element-type ToriChange): changes
 * @format: a line with %1 for the initiative and %2 for what changed
 *
 * Prints a line for each.
 */
void
tori_change_list_print (GPtrArray *changes, const char *format)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *subject = tori_change_words_subject (changes->pdata[i]);
      g_autofree char *words = tori_change_words (changes->pdata[i]);
      g_autoptr (GString) line = g_string_new (format);

      g_string_replace (line, "%1", subject, 1);
      g_string_replace (line, "%2", words, 1);
      g_string_append_c (line, '\n');
      tori_command_print (line->str);
    }
}

static void
write_order (ToriJsonWriter *json, ToriList *list)
{
  tori_json_writer_begin_array (json);
  for (guint i = 0; i < tori_list_get_length (list); i++)
    tori_json_writer_string (json, tori_record_get_id (tori_list_get (list, i)));
  tori_json_writer_end_array (json);
}

/* What a copy holds there: the value of a field; the whole record where that was added or removed; the id of
 * what it belongs to where it was moved; the ids in their order where that is another one. */
static void
write_value (ToriJsonWriter *json, const char *key, const ToriChange *change, ToriRecord *record)
{
  tori_json_writer_key (json, key);
  if (record == NULL || tori_record_get_ancestor (record, TORI_TYPE_PLAN) == NULL)
    tori_json_writer_null (json);
  else if (change->kind == TORI_CHANGE_ORDER)
    write_order (json, *(ToriList **) tori_record_peek (record, change->field));
  else if (change->kind == TORI_CHANGE_MOVE)
    tori_json_writer_string (json, tori_record_get_id (tori_record_get_parent (record)));
  else if (change->field != NULL)
    tori_codec_write_field (json, record, change->field);
  else
    tori_codec_write_record (json, record);
}

static void
begin_change (ToriJsonWriter *json, const ToriChange *change)
{
  ToriInitiative *initiative = tori_change_get_initiative (change);
  g_autofree char *path = tori_change_dup_path (change);

  tori_json_writer_begin_object (json);
  tori_json_writer_key (json, "initiative");
  if (initiative == NULL)
    tori_json_writer_null (json);
  else
    tori_json_writer_string (json, tori_record_get_id (TORI_RECORD (initiative)));
  tori_json_writer_key (json, "number");
  if (initiative == NULL)
    tori_json_writer_null (json);
  else
    tori_json_writer_string (json, tori_initiative_get_number (initiative));
  tori_json_writer_key (json, "path");
  tori_json_writer_string (json, path);
}

/**
 * tori_change_list_write:
 * @json: where to
 * @changes: (element-type ToriChange): changes
 *
 * Writes them as an array of `{initiative, number, path, old, new}`.
 */
void
tori_change_list_write (ToriJsonWriter *json, GPtrArray *changes)
{
  tori_json_writer_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    {
      const ToriChange *change = changes->pdata[i];

      begin_change (json, change);
      write_value (json, "old", change, change->old);
      write_value (json, "new", change, change->new);
      tori_json_writer_end_object (json);
    }
  tori_json_writer_end_array (json);
}

/**
 * tori_change_list_write_conflicts:
 * @json: where to
 * @conflicts: (element-type ToriChange): conflicts
 *
 * Writes them as an array of `{initiative, number, path, base, ours, theirs}`.
 */
void
tori_change_list_write_conflicts (ToriJsonWriter *json, GPtrArray *conflicts)
{
  tori_json_writer_begin_array (json);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const ToriChange *conflict = conflicts->pdata[i];

      begin_change (json, conflict);
      write_value (json, "base", conflict, conflict->old);
      write_value (json, "ours", conflict, conflict->ours);
      write_value (json, "theirs", conflict, conflict->new);
      tori_json_writer_end_object (json);
    }
  tori_json_writer_end_array (json);
}
