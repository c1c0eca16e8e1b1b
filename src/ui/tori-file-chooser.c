/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-file-chooser.h"

#include <glib/gi18n.h>

#include "ui/tori-window-state.h"

/* The desktop's dialogs for choosing a file, set up for plans and for PDF. Whoever asks for one keeps the
 * reference until it has responded. */

static GtkFileChooserNative *
create (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/* In this folder, or in the one that was used last. */
static void
begin_in (GtkFileChooserNative *chooser, GFile *folder)
{
  g_autoptr (GFile) place = folder != NULL ? g_object_ref (folder) : tori_last_folder_get ();

  if (place != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), place, NULL);
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
add_plan_filter (GtkFileChooserNative *chooser)
{
  /* Translators: which files the dialog shows. */
  add_filter (chooser, _ ("Plans (*.torikumi)"), "torikumi");
}

/**
 * tori_file_chooser_new_open:
 * @parent: (nullable): the window that asks
 *
 * Returns: (transfer full): for plans to open, one or several
 */
GtkFileChooserNative *
tori_file_chooser_new_open (GtkWindow *parent)
{
  GtkFileChooserNative *chooser = create (parent, _ ("Open Plan"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  begin_in (chooser, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_plan_filter (chooser);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  return chooser;
}

/**
 * tori_file_chooser_new_save:
 * @parent: the window that asks
 * @file: (nullable): where the plan was saved last
 * @name: the name to begin with
 *
 * Returns: (transfer full): for a place to save a plan in
 */
GtkFileChooserNative *
tori_file_chooser_new_save (GtkWindow *parent, GFile *file, const char *name)
{
  GtkFileChooserNative *chooser = create (parent, _ ("Save Plan"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  g_autoptr (GFile) folder = file == NULL ? NULL : g_file_get_parent (file);

  add_plan_filter (chooser);
  begin_in (chooser, folder);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

/**
 * tori_file_chooser_new_pdf:
 * @parent: the window that asks
 * @name: the name to begin with
 *
 * Returns: (transfer full): for a PDF to write
 */
GtkFileChooserNative *
tori_file_chooser_new_pdf (GtkWindow *parent, const char *name)
{
  GtkFileChooserNative *chooser =
      create (parent, _ ("Export PDF"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"));

  /* Translators: which files the dialog shows. */
  add_filter (chooser, _ ("PDF documents (*.pdf)"), "pdf");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

/**
 * tori_file_chooser_new_folder:
 * @parent: the window that asks
 *
 * Returns: (transfer full): for a folder to write PDF into
 */
GtkFileChooserNative *
tori_file_chooser_new_folder (GtkWindow *parent)
{
  GtkFileChooserNative *chooser =
      create (parent, _ ("Export into a Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Export"));

  begin_in (chooser, NULL);
  return chooser;
}

/**
 * tori_file_chooser_make_name:
 * @title: what the file is about
 * @suffix: its ending, with the dot
 *
 * Returns: (transfer full): a name of a file; signs that it can't hold everywhere are replaced
 */
char *
tori_file_chooser_make_name (const char *title, const char *suffix)
{
  g_autofree char *stem = g_strdup (*title == '\0' ? _ ("Plan") : title);

  g_strdelimit (stem, "/\\:*?\"<>|\n\r\t", '-');
  if (*stem == '.')
    *stem = '-';
  return g_strconcat (stem, suffix, NULL);
}

/**
 * tori_file_chooser_complete:
 * @chosen: the file that the user chose
 * @suffix: the ending that it must have, with the dot
 * @again: (out): a name about which the user has to be asked again
 *
 * Gives a file its ending when it was typed without. The user agreed that a file of the name as typed be
 * replaced, not of this one; if there is one, nothing is given back but the name to ask about.
 *
 * Returns: (transfer full) (nullable): the file to write
 */
GFile *
tori_file_chooser_complete (GFile *chosen, const char *suffix, char **again)
{
  g_autofree char *typed = g_file_get_basename (chosen);
  g_autofree char *name = g_strconcat (typed, suffix, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (chosen);
  g_autoptr (GFile) complete = NULL;

  if (g_str_has_suffix (typed, suffix))
    return g_object_ref (chosen);
  complete = g_file_get_child (folder, name);
  if (!g_file_query_exists (complete, NULL))
    return g_steal_pointer (&complete);
  *again = g_steal_pointer (&name);
  return NULL;
}
