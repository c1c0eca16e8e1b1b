/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-command.h"

#include <glib/gi18n.h>

#include "cli/tori-lookup.h"
#include "cli/tori-plan-file.h"
#include "model/tori-charge.h"
#include "model/tori-entry.h"
#include "model/tori-label.h"
#include "model/tori-pillar.h"
#include "model/tori-topic.h"
#include "storage/tori-json-writer.h"

/* torikumi list: the initiatives of a year, a line each or as JSON. */

typedef struct
{
  ToriPlan *plan;
  int year;
  ToriDivision *division; /* NULL: all */
  const ToriLevelFilter *level;
} Listing;

typedef void (*ListFunc) (const Listing *listing,
                          ToriInitiative *initiative,
                          const char *circled,
                          gpointer to);

/* --- What is listed --- */

static gboolean
has_level (const Listing *listing, ToriEntry *entry)
{
  const ToriRatings *ratings = entry != NULL ? tori_entry_get_ratings (entry) : NULL;
  const ToriLevelFilter *filter = listing->level;
  const ToriRating *rating;
  ToriRecord *scale;

  if (filter == NULL)
    return TRUE;
  if (filter->not_assessed)
    return ratings == NULL || tori_ratings_get_n (ratings) == 0;

  scale = tori_record_get_parent (TORI_RECORD (filter->level));
  rating = ratings != NULL ? tori_ratings_find (ratings, tori_record_get_id (scale)) : NULL;

  return rating != NULL && g_str_equal (rating->level, tori_record_get_id (TORI_RECORD (filter->level)))
         && (filter->since == 0 || filter->since == rating->since);
}

static gboolean
is_listed (const Listing *listing, ToriInitiative *initiative)
{
  const char *division =
      listing->division != NULL ? tori_record_get_id (TORI_RECORD (listing->division)) : NULL;

  return (division == NULL || tori_charge_has_division (initiative, listing->year, division))
         && has_level (listing, tori_initiative_find_entry (initiative, listing->year));
}

/* Places are counted over all initiatives of the year, listed or not. */
static void
list_all (const Listing *listing, ListFunc list, gpointer to)
{
  ToriList *pillars = tori_plan_get_pillars (listing->plan);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));
      guint place = 0;

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        {
          ToriInitiative *initiative = tori_list_get (initiatives, j);

          if (tori_initiative_covers_year (initiative, listing->year))
            {
              g_autofree char *circled = tori_label_circled (++place);

              if (is_listed (listing, initiative))
                list (listing, initiative, circled, to);
            }
        }
    }
}

static char *
format_rating (ToriPlan *plan, const ToriRating *rating)
{
  ToriLevel *level = tori_plan_find (plan, TORI_TYPE_LEVEL, rating->level);

  return level != NULL ? tori_label_level (level, rating->since) : g_strdup ("");
}

/* Full names, in the order in which the initiative has them. */
static char **
name_divisions (ToriPlan *plan, const char *const *ids)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ToriDivision *division = tori_plan_find (plan, TORI_TYPE_DIVISION, ids[i]);
      g_autofree char *name = division != NULL ? tori_label_division (division) : NULL;

      if (name != NULL)
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

static char **
name_charge (const Listing *listing, ToriInitiative *initiative)
{
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, listing->year);

  g_ptr_array_add (ids, NULL);

  return name_divisions (listing->plan, (const char *const *) ids->pdata);
}

/* --- As lines --- */

/* One line, five columns with tabs between them: nothing in them may break that. */
static void
append_column (GString *line, const char *text, char end)
{
  gsize from = line->len;

  g_string_append (line, text);
  g_strdelimit (line->str + from, "\t\r\n", ' ');
  g_string_append_c (line, end);
}

static void
list_line (const Listing *listing, ToriInitiative *initiative, const char *circled, gpointer to)
{
  ToriEntry *entry = tori_initiative_find_entry (initiative, listing->year);
  const ToriRatings *ratings = entry != NULL ? tori_entry_get_ratings (entry) : NULL;
  guint n_ratings = ratings != NULL ? tori_ratings_get_n (ratings) : 0;
  g_autoptr (GString) level = g_string_new (n_ratings == 0 ? tori_lookup_not_assessed () : "");
  g_auto (GStrv) divisions = name_charge (listing, initiative);
  g_autofree char *charge = g_strjoinv ("、", divisions);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_ratings; i++)
    {
      g_autofree char *label = format_rating (listing->plan, tori_ratings_get (ratings, i));

      g_string_append_printf (level, "%s%s", i > 0 ? "、" : "", label);
    }
  append_column (line, tori_initiative_get_number (initiative), '\t');
  append_column (line, circled, '\t');
  append_column (line, tori_initiative_get_title (initiative), '\t');
  append_column (line, level->str, '\t');
  append_column (line, charge, '\n');
  tori_command_print (line->str);
}

/* --- As JSON --- */

static void
write_text (ToriJsonWriter *json, const char *key, const char *text)
{
  tori_json_writer_key (json, key);
  tori_json_writer_string (json, text);
}

static void
write_year (ToriJsonWriter *json, const char *key, int year)
{
  tori_json_writer_key (json, key);
  if (year != 0)
    tori_json_writer_integer (json, year);
  else
    tori_json_writer_null (json);
}

static void
write_ratings (ToriJsonWriter *json, ToriPlan *plan, const ToriRatings *ratings)
{
  tori_json_writer_key (json, "ratings");
  tori_json_writer_begin_array (json);
  for (guint i = 0; ratings != NULL && i < tori_ratings_get_n (ratings); i++)
    {
      const ToriRating *rating = tori_ratings_get (ratings, i);
      g_autofree char *label = format_rating (plan, rating);

      tori_json_writer_begin_object (json);
      write_text (json, "scale", rating->scale);
      write_text (json, "level", rating->level);
      write_year (json, "since", rating->since);
      write_text (json, "label", label);
      tori_json_writer_end_object (json);
    }
  tori_json_writer_end_array (json);
}

static void
write_texts (ToriJsonWriter *json, const char *key, char **texts)
{
  tori_json_writer_key (json, key);
  tori_json_writer_begin_array (json);
  for (; *texts != NULL; texts++)
    tori_json_writer_string (json, *texts);
  tori_json_writer_end_array (json);
}

static void
write_topics (ToriJsonWriter *json, ToriPlan *plan, ToriEntry *entry)
{
  ToriList *topics = entry != NULL ? tori_entry_get_topics (entry) : NULL;

  tori_json_writer_key (json, "topics");
  tori_json_writer_begin_array (json);
  for (guint i = 0; topics != NULL && i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);
      g_auto (GStrv) divisions = name_divisions (plan, tori_topic_get_divisions (topic));

      tori_json_writer_begin_object (json);
      write_text (json, "id", tori_record_get_id (TORI_RECORD (topic)));
      write_text (json, "title", tori_topic_get_title (topic));
      write_texts (json, "divisions", divisions);
      write_ratings (json, plan, tori_topic_get_ratings (topic));
      tori_json_writer_end_object (json);
    }
  tori_json_writer_end_array (json);
}

static void
list_json (const Listing *listing, ToriInitiative *initiative, const char *circled, gpointer to)
{
  ToriJsonWriter *json = to;
  ToriEntry *entry = tori_initiative_find_entry (initiative, listing->year);
  g_auto (GStrv) divisions = name_charge (listing, initiative);

  tori_json_writer_begin_object (json);
  write_text (json, "id", tori_record_get_id (TORI_RECORD (initiative)));
  write_text (json, "number", tori_initiative_get_number (initiative));
  write_text (json, "circled", circled);
  write_text (json, "title", tori_initiative_get_title (initiative));
  write_text (json, "pillar", tori_record_get_id (tori_record_get_parent (TORI_RECORD (initiative))));
  write_year (json, "year", listing->year);
  write_ratings (json, listing->plan, entry != NULL ? tori_entry_get_ratings (entry) : NULL);
  write_texts (json, "divisions", divisions);
  tori_json_writer_key (json, "state");
  if (entry != NULL)
    {
      g_autoptr (GEnumClass) states = g_type_class_ref (TORI_TYPE_STATE);

      tori_json_writer_string (json,
                               g_enum_get_value (states, (int) tori_entry_get_state (entry))->value_nick);
    }
  else
    tori_json_writer_null (json);
  write_topics (json, listing->plan, entry);
  tori_json_writer_end_object (json);
}

static void
print_json (const Listing *listing)
{
  g_autoptr (ToriJsonWriter) json = tori_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  tori_json_writer_begin_array (json);
  list_all (listing, list_json, json);
  tori_json_writer_end_array (json);
  bytes = tori_json_writer_finish (json);
  tori_command_print_bytes (bytes);
}

static ToriExit
run_list (const ToriCommand *self, char **args)
{
  g_autofree char *file = NULL;
  g_autofree char *year = NULL;
  g_autofree char *division = NULL;
  g_autofree char *level = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_FILENAME, &year, N_ ("The fiscal year: 2017, H29 or 平成29年度"),
      N_ ("YEAR") },
    { "division", 'd', 0, G_OPTION_ARG_FILENAME, &division,
      N_ ("Only initiatives that this division is in charge of"), N_ ("DIVISION") },
    { "level", 'l', 0, G_OPTION_ARG_FILENAME, &level, N_ ("Only initiatives with this level of achievement"),
      N_ ("LEVEL") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON, with more details"), NULL },
    { NULL },
  };
  ToriLevelFilter filter;
  Listing listing = { 0 };
  g_autoptr (ToriPlan) plan = NULL;
  ToriExit exit = TORI_EXIT_DONE;

  if (!tori_command_parse (self, args, entries, &file, &exit) || !tori_plan_file_read (file, &plan, &exit)
      || !tori_lookup_year (self, plan, year, &listing.year, &exit)
      || (division != NULL && !tori_lookup_division (self, plan, division, &listing.division, &exit))
      || (level != NULL && !tori_lookup_level (self, plan, level, &filter, &exit)))
    return exit;

  listing.plan = plan;
  listing.level = level != NULL ? &filter : NULL;
  if (as_json)
    print_json (&listing);
  else
    list_all (&listing, list_line, NULL);

  return TORI_EXIT_DONE;
}

const ToriCommand tori_command_list = {
  .name = "list",
  /* Translators: what follows the name of a command in its usage line. */
  .arguments = N_ ("FILE [OPTION…]"),
  .summary = N_ ("List the initiatives of a year: number, title, level of achievement, divisions in charge"),
  .run = run_list,
};
