/** Files on other machines, by SFTP and FTP. */
@NullMarked
package dev.tutti.builtin.files;

import org.jspecify.annotations.NullMarked;
