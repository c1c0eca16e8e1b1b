/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a command ends (cli.md, "Exit status"). */
typedef enum
{
  TORI_EXIT_DONE = 0,
  TORI_EXIT_LOOK = 1,  /* done, with something to look at */
  TORI_EXIT_USAGE = 2, /* the call was wrong */
  TORI_EXIT_FILE = 3   /* a file could not be read or written; nothing was changed */
} ToriExit;

typedef struct _ToriCommand ToriCommand;

/* One command. The texts are marked for translation and translated where they are shown. */
struct _ToriCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  ToriExit (*run) (const ToriCommand *self, char **args);
};

extern const ToriCommand tori_command_diff;
extern const ToriCommand tori_command_format;
extern const ToriCommand tori_command_list;
extern const ToriCommand tori_command_merge;
extern const ToriCommand tori_command_next_year;
extern const ToriCommand tori_command_report;
extern const ToriCommand tori_command_totals;

gboolean tori_command_parse (
    const ToriCommand *self, char **args, const GOptionEntry *entries, char **file, ToriExit *exit);
gboolean tori_command_parse_files (
    const ToriCommand *self, char **args, const GOptionEntry *entries, guint n, GStrv *files, ToriExit *exit);
gboolean tori_command_misuse (const ToriCommand *self, ToriExit *exit, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

void tori_command_print (const char *text);
void tori_command_print_bytes (GBytes *bytes);
void tori_command_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
