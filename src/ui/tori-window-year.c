/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

#include "model/tori-next-year.h"
#include "model/tori-year-words.h"

/* The beginning of a fiscal year, which is asked about first: it touches every initiative. */

static ToriPlan *
get_plan (ToriWindow *self)
{
  return tori_document_get_plan (self->document);
}

static void
begin (ToriWindow *self, gboolean carry_levels)
{
  ToriNextYear done;
  g_autofree char *year = NULL;
  g_autofree char *text = NULL;

  if (!tori_next_year_begin (tori_document_get_history (self->document), carry_levels, &done))
    return;
  g_action_group_change_action_state (G_ACTION_GROUP (self), "year", g_variant_new_int32 (done.year));
  year = tori_year_words (get_plan (self), done.year);
  /* Translators: %s is a fiscal year. */
  text = g_strdup_printf (_ ("%s has begun"), year);
  tori_window_offer_undo (self, text);
}

static void
begin_response_cb (AdwMessageDialog *dialog, const char *response, ToriWindow *self)
{
  GtkWidget *carry = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "begin"))
    begin (self, carry != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (carry)));
}

static void
settings_response_cb (AdwMessageDialog *dialog, const char *response, ToriWindow *self)
{
  if (g_str_equal (response, "settings"))
    tori_window_show_settings (self);
}

/* Initiatives that were achieved are so in the new year as well, unless somebody wants to judge them anew. */
static GtkWidget *
create_carry (guint n)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("Carry on the level of %u initiative that was achieved, with the year in which it was",
                "Carry on the levels of %u initiatives that were achieved, with the years in which they were",
                n),
      n);
  GtkWidget *carry = gtk_check_button_new ();
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (carry), words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (carry), TRUE);
  return carry;
}

static void
ask (ToriWindow *self, const ToriNextYear *next)
{
  g_autofree char *year = tori_year_words (get_plan (self), next->year);
  /* Translators: %s is a fiscal year. */
  g_autofree char *heading = g_strdup_printf (_ ("Begin %s?"), year);
  g_autofree char *body = g_strdup_printf (
      /* Translators: %1$u counts initiatives, %2$s is a fiscal year. */
      ngettext ("%1$u initiative gets an entry of %2$s, and %2$s becomes the year that is reported. Entries "
                "that there are already stay as they are.",
                "%1$u initiatives get an entry of %2$s, and %2$s becomes the year that is reported. Entries "
                "that there are already stay as they are.",
                next->entries),
      next->entries, year);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "begin",
                                    _ ("_Begin"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "begin", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "begin");
  if (next->levels > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), create_carry (next->levels));
  g_signal_connect_object (dialog, "response", G_CALLBACK (begin_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  /* Return begins; on the tick, where the focus would be else, it would take that away. */
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

static void
refuse (ToriWindow *self)
{
  g_autofree char *last = tori_year_words (get_plan (self), tori_plan_get_years (get_plan (self))->last);
  /* Translators: %s is a fiscal year. */
  g_autofree char *body = g_strdup_printf (
      _ ("The plan ends with %s. To go on, give it more years in the settings of the plan."), last);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("There Is No Year After This One"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "settings",
                                    _ ("Plan _Settings"), NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (settings_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
next_year_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;
  ToriNextYear next;

  if (self->editor != NULL)
    tori_editor_write (self->editor);
  if (tori_next_year_look (get_plan (self), &next))
    ask (self, &next);
  else
    refuse (self);
}

void
tori_window_add_year_actions (ToriWindow *self)
{
  const GActionEntry entries[] = { { .name = "next-year", .activate = next_year_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
