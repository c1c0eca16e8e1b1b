/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-rating-field.h"

#include <glib/gi18n.h>

#include "model/tori-label.h"
#include "model/tori-level.h"
#include "model/tori-next-year.h"
#include "model/tori-scale.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-editor-section.h"

/*
 * What an entry or a topic is rated on each of the plan's scales: a level or "not assessed", which is a
 * choice like any other; and the fiscal year of a level such as 「{year}達成済」. It says what the user
 * chose.
 */
typedef struct
{
  ToriRatingField *field;
  ToriScale *scale;
  ToriEditorChoice *level;
  ToriEditorChoice *since;
} Part;

struct _ToriRatingField
{
  AdwBin parent_instance;

  ToriEditorSubject *subject;
  gboolean compact;
  ToriGroupBox *box;
  GPtrArray *parts; /* of Part, one a scale */
  ToriRatings *ratings;
};

enum
{
  SIGNAL_RATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriRatingField, tori_rating_field, ADW_TYPE_BIN)

static void
part_free (gpointer data)
{
  Part *part = data;

  g_object_unref (part->scale);
  g_free (part);
}

static const ToriRating *
get_rating (const Part *part)
{
  return tori_ratings_find (part->field->ratings, tori_record_get_id (TORI_RECORD (part->scale)));
}

static void
say_rated (Part *part, ToriLevel *level, int since)
{
  g_signal_emit (part->field, signals[SIGNAL_RATED], 0, tori_record_get_id (TORI_RECORD (part->scale)),
                 level == NULL ? NULL : tori_record_get_id (TORI_RECORD (level)), since);
}

/* The year in which a level that has one was first reached, as far as the entries before say. */
static int
find_since (Part *part)
{
  ToriEditorSubject *subject = part->field->subject;
  const int year = tori_editor_subject_get_year (subject);
  const int since =
      tori_next_year_find_since (tori_editor_subject_get_initiative (subject), part->scale, year - 1);

  return since == 0 ? year : since;
}

/* A level that has a year is offered with the year in which it was reached. */
static void
level_chosen_cb (ToriEditorChoice *choice, int position, Part *part)
{
  const ToriRating *rating = get_rating (part);
  ToriLevel *level =
      position == 0 ? NULL : tori_list_get (tori_scale_get_levels (part->scale), (guint) position - 1);
  int since = 0;

  if (level != NULL && tori_level_has_year (level))
    since = rating != NULL && rating->since != 0 ? rating->since : find_since (part);
  say_rated (part, level, since);
}

static void
since_chosen_cb (ToriEditorChoice *choice, int year, Part *part)
{
  const ToriRating *rating = get_rating (part);

  if (rating != NULL)
    say_rated (part, tori_list_find_id (tori_scale_get_levels (part->scale), rating->level), year);
}

static const char *
get_name (ToriScale *scale)
{
  return *tori_scale_get_name (scale) == '\0' ? _ ("Level") : tori_scale_get_name (scale);
}

static char *
describe_none (Part *part)
{
  if (part->field->compact)
    /* Translators: a choice: the topic has no level of its own; %s is the name of the scale. */
    return g_strdup_printf (_ ("%s: none of its own"), get_name (part->scale));
  /* Translators: a choice of no level: it counts as not assessed, which is not the same as not achieved. */
  return g_strdup (_ ("Not assessed"));
}

static void
show_levels (Part *part)
{
  ToriList *levels = tori_scale_get_levels (part->scale);
  const ToriRating *rating = get_rating (part);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) details = g_strv_builder_new ();
  g_auto (GStrv) name_strv = NULL;
  g_auto (GStrv) detail_strv = NULL;
  g_autofree char *none = NULL;
  ToriLevel *chosen = NULL;
  guint selected = 0;

  none = describe_none (part);
  g_strv_builder_add (names, none);
  g_strv_builder_add (details, "");
  for (guint i = 0; i < tori_list_get_length (levels); i++)
    {
      ToriLevel *level = tori_list_get (levels, i);
      const gboolean is_chosen =
          rating != NULL && g_str_equal (tori_record_get_id (TORI_RECORD (level)), rating->level);
      const int year = is_chosen ? rating->since : find_since (part);
      g_autofree char *name = tori_label_level (level, year);

      g_strv_builder_add (names, name);
      g_strv_builder_add (details, tori_level_get_meaning (level));
      if (is_chosen)
        {
          chosen = level;
          selected = i + 1;
        }
    }
  name_strv = g_strv_builder_end (names);
  detail_strv = g_strv_builder_end (details);
  tori_editor_choice_set_choices (part->level, (const char *const *) name_strv,
                                  (const char *const *) detail_strv);
  tori_editor_choice_set_selected (part->level, selected);

  gtk_widget_set_visible (GTK_WIDGET (part->since),
                          chosen != NULL && (tori_level_has_year (chosen) || rating->since != 0));
  if (chosen != NULL)
    tori_editor_choice_set_year (part->since, tori_editor_subject_get_plan (part->field->subject),
                                 rating->since,
                                 tori_level_has_year (chosen) ? NULL
                                                              /* Translators: a choice: no fiscal year. */
                                                              : _ ("No year"));
}

static void
add_part (ToriRatingField *self, ToriScale *scale)
{
  Part *part = g_new0 (Part, 1);
  const char *name = get_name (scale);
  /* Translators: names the choice of a level's fiscal year for a screen reader; %s is the name of a scale. */
  g_autofree char *since = g_strdup_printf (_ ("%s: year"), name);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  part->field = self;
  part->scale = g_object_ref (scale);
  part->level = TORI_EDITOR_CHOICE (tori_editor_choice_new (name));
  part->since = TORI_EDITOR_CHOICE (tori_editor_choice_new_years (since));
  g_signal_connect (part->level, "chosen", G_CALLBACK (level_chosen_cb), part);
  g_signal_connect (part->since, "chosen", G_CALLBACK (since_chosen_cb), part);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (part->level));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (part->since));
  tori_group_box_append (self->box, self->compact ? row : tori_editor_label (name, row));
  g_ptr_array_add (self->parts, part);
}

/* Whether the parts are those of the plan's scales as they are now. */
static gboolean
has_scales (ToriRatingField *self, ToriList *scales)
{
  if (self->parts->len != tori_list_get_length (scales))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    if (((Part *) self->parts->pdata[i])->scale != tori_list_get (scales, i))
      return FALSE;
  return TRUE;
}

static void
tori_rating_field_dispose (GObject *object)
{
  ToriRatingField *self = TORI_RATING_FIELD (object);

  g_clear_object (&self->subject);

  G_OBJECT_CLASS (tori_rating_field_parent_class)->dispose (object);
}

static void
tori_rating_field_finalize (GObject *object)
{
  ToriRatingField *self = TORI_RATING_FIELD (object);

  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->ratings, tori_ratings_unref);

  G_OBJECT_CLASS (tori_rating_field_parent_class)->finalize (object);
}

static void
tori_rating_field_class_init (ToriRatingFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tori_rating_field_dispose;
  object_class->finalize = tori_rating_field_finalize;

  /**
   * ToriRatingField::rated:
   * @self: a field
   * @scale: id of a scale
   * @level: (nullable): id of the level that the user chose, NULL for none
   * @since: its fiscal year, or 0
   */
  signals[SIGNAL_RATED] = g_signal_new ("rated", TORI_TYPE_RATING_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT);
}

static void
tori_rating_field_init (ToriRatingField *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->box = TORI_GROUP_BOX (tori_group_box_new_wrap (12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * tori_rating_field_new:
 * @subject: what the editor shows
 * @compact: without labels, for a topic
 *
 * Returns: a field for the ratings of something
 */
GtkWidget *
tori_rating_field_new (ToriEditorSubject *subject, gboolean compact)
{
  ToriRatingField *self = g_object_new (TORI_TYPE_RATING_FIELD, NULL);

  self->subject = g_object_ref (subject);
  self->compact = compact;
  return GTK_WIDGET (self);
}

/**
 * tori_rating_field_set_ratings:
 * @self: a field
 * @ratings: (nullable): the ratings that it shows
 *
 * To be called also when scales, levels or the year shown have changed.
 */
void
tori_rating_field_set_ratings (ToriRatingField *self, const ToriRatings *ratings)
{
  ToriList *scales;

  g_return_if_fail (TORI_IS_RATING_FIELD (self));

  scales = tori_plan_get_scales (tori_editor_subject_get_plan (self->subject));
  g_clear_pointer (&self->ratings, tori_ratings_unref);
  self->ratings = tori_ratings_copy (ratings);
  if (!has_scales (self, scales))
    {
      tori_group_box_clear (self->box);
      g_ptr_array_set_size (self->parts, 0);
      for (guint i = 0; i < tori_list_get_length (scales); i++)
        add_part (self, tori_list_get (scales, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->parts->len > 0);
  for (guint i = 0; i < self->parts->len; i++)
    show_levels (self->parts->pdata[i]);
}

/**
 * tori_rating_field_choose:
 * @self: a field
 * @position: a place in the list of levels of the first scale, counted from 1; 0 for "not assessed"
 *
 * Chooses a level as if it were chosen from the list.
 *
 * Returns: FALSE when there is none at that place
 */
gboolean
tori_rating_field_choose (ToriRatingField *self, int position)
{
  Part *part;

  g_return_val_if_fail (TORI_IS_RATING_FIELD (self), FALSE);

  part = self->parts->len == 0 ? NULL : self->parts->pdata[0];
  if (part == NULL || position > (int) tori_list_get_length (tori_scale_get_levels (part->scale)))
    return FALSE;
  level_chosen_cb (part->level, position, part);
  return TRUE;
}
