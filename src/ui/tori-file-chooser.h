/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkFileChooserNative *tori_file_chooser_new_open (GtkWindow *parent);
GtkFileChooserNative *tori_file_chooser_new_save (GtkWindow *parent, GFile *file, const char *name);
GtkFileChooserNative *tori_file_chooser_new_folder (GtkWindow *parent);
GtkFileChooserNative *tori_file_chooser_new_pdf (GtkWindow *parent, const char *name);
char *tori_file_chooser_make_name (const char *title, const char *suffix);
GFile *tori_file_chooser_complete (GFile *chosen, const char *suffix, char **again);

G_END_DECLS
