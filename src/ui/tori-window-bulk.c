/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "model/tori-label.h"
#include "ui/tori-divisions-dialog.h"
#include "ui/tori-renumber-dialog.h"
#include "ui/tori-replace-dialog.h"
#include "ui/tori-state-words.h"

/* What is done with all initiatives that are selected: one step each, which the toast offers to undo. */

static ToriHistory *
get_history (ToriWindow *self)
{
  return tori_document_get_history (self->document);
}

static ToriPlan *
get_plan (ToriWindow *self)
{
  return tori_document_get_plan (self->document);
}

static int
get_year (ToriWindow *self)
{
  return tori_listing_get_year (tori_plan_view_get_listing (self->view));
}

static void
show_dialog (ToriWindow *self, GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  tori_window_watch (self, dialog);
  gtk_window_present (dialog);
}

/* --- Entries --- */

static char *
describe_level (ToriWindow *self, const char *id, int since, guint n)
{
  ToriLevel *level = *id == '\0' ? NULL : tori_plan_find (get_plan (self), TORI_TYPE_LEVEL, id);
  g_autofree char *name = level == NULL ? NULL : tori_label_level (level, since);

  /* Translators: %2$s is a level of achievement. */
  return g_strdup_printf (
      ngettext ("Level of %1$u initiative set to “%2$s”", "Level of %1$u initiatives set to “%2$s”", n), n,
      name == NULL ? _ ("Not assessed") : name);
}

static void
set_level_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  const char *scale, *level;
  g_autofree char *text = NULL;
  int since;

  g_variant_get (parameter, "(&s&si)", &scale, &level, &since);
  tori_edit_rate_all (get_history (self), initiatives, get_year (self), scale, *level == '\0' ? NULL : level,
                      since);
  text = describe_level (self, level, since, initiatives->len);
  tori_window_offer_undo (self, text);
}

static void
set_state_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  const ToriState state = (ToriState) g_variant_get_int32 (parameter);
  g_autofree char *text = NULL;

  tori_edit_set_state_all (get_history (self), initiatives, get_year (self), state);
  /* Translators: %2$s is a state of an entry, such as “submitted”. */
  text = g_strdup_printf (ngettext ("State of %1$u initiative set to “%2$s”",
                                    "State of %1$u initiatives set to “%2$s”", initiatives->len),
                          initiatives->len, tori_state_words (state));
  tori_window_offer_undo (self, text);
}

/* --- Divisions --- */

static void
divisions_cb (ToriWindow *self, const char *const *ids, ToriDivisionsDialog *dialog)
{
  GPtrArray *initiatives = g_object_get_data (G_OBJECT (dialog), "initiatives");
  g_autofree char *text = NULL;

  tori_edit_set_divisions_all (get_history (self), initiatives, ids);
  text = g_strdup_printf (
      ngettext ("Divisions of %u initiative set", "Divisions of %u initiatives set", initiatives->len),
      initiatives->len);
  tori_window_offer_undo (self, text);
}

/* Those that stand on all of the initiatives. Returns: (transfer full) */
static char **
collect_common_divisions (GPtrArray *initiatives)
{
  const char *const *first = tori_initiative_get_divisions (initiatives->pdata[0]);
  g_autoptr (GStrvBuilder) common = g_strv_builder_new ();

  for (guint i = 0; first[i] != NULL; i++)
    {
      gboolean is_common = TRUE;

      for (guint k = 1; k < initiatives->len && is_common; k++)
        is_common = g_strv_contains (tori_initiative_get_divisions (initiatives->pdata[k]), first[i]);
      if (is_common)
        g_strv_builder_add (common, first[i]);
    }
  return g_strv_builder_end (common);
}

static void
set_divisions_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  GPtrArray *initiatives = tori_plan_view_list_selected (self->view);
  g_auto (GStrv) common = collect_common_divisions (initiatives);
  GtkWindow *dialog = tori_divisions_dialog_new (get_plan (self), get_year (self), initiatives->len,
                                                 (const char *const *) common);

  g_object_set_data_full (G_OBJECT (dialog), "initiatives", initiatives, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (divisions_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

/* --- Place and number --- */

static void
set_pillar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  ToriPillar *pillar =
      tori_plan_find (get_plan (self), TORI_TYPE_PILLAR, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  g_autofree char *text = NULL;

  if (pillar == NULL)
    return;
  tori_edit_move_all (get_history (self), initiatives, pillar);
  tori_plan_view_select (self->view, initiatives);
  /* Translators: %2$s is the title of a pillar. */
  text = g_strdup_printf (
      ngettext ("%1$u initiative moved to “%2$s”", "%1$u initiatives moved to “%2$s”", initiatives->len),
      initiatives->len, tori_pillar_get_title (pillar));
  tori_window_offer_undo (self, text);
}

static void
renumbered_cb (ToriWindow *self)
{
  tori_window_offer_undo (self, _ ("Initiatives renumbered"));
}

static void
renumber_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  GtkWindow *dialog = tori_renumber_dialog_new (get_history (self), initiatives);

  g_signal_connect_object (dialog, "done", G_CALLBACK (renumbered_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  g_autoptr (GPtrArray) copies = tori_edit_duplicate_all (get_history (self), initiatives);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u initiative duplicated", "%u initiatives duplicated", copies->len), copies->len);

  tori_plan_view_select (self->view, copies);
  tori_window_offer_undo (self, text);
}

/* --- Order --- */

/* The neighbour of the selected ones among what is shown, in the order of the plan; NULL at the end. */
static ToriInitiative *
find_neighbour (ToriWindow *self, GPtrArray *initiatives, gboolean up)
{
  GListModel *shown = tori_listing_get_in_order (tori_plan_view_get_listing (self->view));
  g_autoptr (ToriInitiative) neighbour = NULL;
  guint position;

  if (!tori_listing_find (shown, initiatives->pdata[up ? 0 : initiatives->len - 1], &position)
      || (up && position == 0))
    return NULL;
  neighbour = g_list_model_get_item (shown, up ? position - 1 : position + 1);
  return neighbour; /* the plan has it */
}

static ToriInitiative *
find_next_in_pillar (ToriInitiative *initiative, GPtrArray *but)
{
  ToriList *list = tori_record_get_list (TORI_RECORD (initiative));
  guint position;

  tori_list_find (list, initiative, &position);
  for (guint i = position + 1; i < tori_list_get_length (list); i++)
    if (!g_ptr_array_find (but, tori_list_get (list, i), NULL))
      return tori_list_get (list, i);
  return NULL;
}

/* Over the neighbour, or into its pillar when that is another one. */
static void
move (ToriWindow *self, gboolean up)
{
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  ToriInitiative *neighbour = find_neighbour (self, initiatives, up);
  ToriPillar *pillar;
  ToriInitiative *before;
  gboolean same;

  if (neighbour == NULL)
    return;
  pillar = TORI_PILLAR (tori_record_get_parent (TORI_RECORD (neighbour)));
  same = tori_record_get_parent (initiatives->pdata[up ? 0 : initiatives->len - 1]) == TORI_RECORD (pillar);
  if (up)
    before = same ? neighbour : NULL;
  else
    before = same ? find_next_in_pillar (neighbour, initiatives) : neighbour;
  tori_edit_move_before (get_history (self), initiatives, pillar, before);
  tori_plan_view_select (self->view, initiatives);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, TRUE);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, FALSE);
}

/* Where they were dropped: before an initiative, or after it. */
static void
drop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  g_autoptr (GPtrArray) initiatives = tori_plan_view_list_selected (self->view);
  ToriInitiative *target;
  const char *id;
  gboolean after;

  g_variant_get (parameter, "(&sb)", &id, &after);
  target = tori_plan_find (get_plan (self), TORI_TYPE_INITIATIVE, id);
  if (target == NULL || g_ptr_array_find (initiatives, target, NULL))
    return;
  tori_edit_move_before (get_history (self), initiatives,
                         TORI_PILLAR (tori_record_get_parent (TORI_RECORD (target))),
                         after ? find_next_in_pillar (target, initiatives) : target);
  tori_plan_view_select (self->view, initiatives);
}

static void
move_pillar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  ToriList *pillars = tori_plan_get_pillars (get_plan (self));
  ToriPillar *pillar;
  const char *id;
  guint position;
  int by;

  g_variant_get (parameter, "(&si)", &id, &by);
  pillar = tori_plan_find (get_plan (self), TORI_TYPE_PILLAR, id);
  if (pillar == NULL || !tori_list_find (pillars, pillar, &position) || (int) position + by < 0
      || (int) position + by >= (int) tori_list_get_length (pillars))
    return;
  tori_edit_move (get_history (self), TORI_STEP_PLAN, pillar, pillars, (guint) ((int) position + by));
}

/* --- Words --- */

static void
replaced_cb (ToriWindow *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Replaced at %u place", "Replaced at %u places", n), n);

  tori_window_offer_undo (self, text);
}

static void
replace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  GtkWindow *dialog = tori_replace_dialog_new (get_history (self), tori_plan_view_get_listing (self->view));

  if (self->editor != NULL)
    tori_editor_write (self->editor);
  g_signal_connect_object (dialog, "done", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

static const GActionEntry entries[] = {
  { .name = "replace", .activate = replace_cb },
  { .name = "set-level", .activate = set_level_cb, .parameter_type = "(ssi)" },
  { .name = "set-state", .activate = set_state_cb, .parameter_type = "i" },
  { .name = "set-divisions", .activate = set_divisions_cb },
  { .name = "set-pillar", .activate = set_pillar_cb, .parameter_type = "s" },
  { .name = "renumber", .activate = renumber_cb },
  { .name = "duplicate", .activate = duplicate_cb },
  { .name = "move-up", .activate = move_up_cb },
  { .name = "move-down", .activate = move_down_cb },
  { .name = "drop-initiatives", .activate = drop_cb, .parameter_type = "(sb)" },
  { .name = "move-pillar", .activate = move_pillar_cb, .parameter_type = "(si)" },
};

void
tori_window_add_bulk_actions (ToriWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* What can be done at the moment. The order of the plan can't be changed where it is not seen. */
void
tori_window_update_bulk_actions (ToriWindow *self, gboolean selected)
{
  static const char *const plain[] = { "set-level",  "set-state", "set-divisions",
                                       "set-pillar", "renumber",  "duplicate" };
  static const char *const order[] = { "move-up", "move-down", "drop-initiatives" };
  const gboolean in_order = selected && !tori_listing_is_sorted (tori_plan_view_get_listing (self->view));

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    tori_window_enable (self, plain[i], selected);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    tori_window_enable (self, order[i], in_order);
  tori_window_enable (self, "replace", self->document != NULL && !self->composing);
  tori_window_enable (self, "move-pillar", self->document != NULL && !self->composing);
}
