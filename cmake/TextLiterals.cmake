# text_literals(OUT TEXT NAME): sets OUT to statements of C++ that append TEXT to a string called `text`. For scripts that make sources
# out of files which the programs carry.
#
# Compilers need not take a literal of more than 65,536 bytes, so a text is several, which end at the ends of lines. NAME is what an error
# calls the text.
function(text_literals out rest name)
  set(pieces "")
  while(NOT rest STREQUAL "")
    string(SUBSTRING "${rest}" 0 40000 piece)
    string(FIND "${piece}" "\n" last REVERSE)
    if(last EQUAL -1)
      message(FATAL_ERROR "${name}: a line is longer than 40,000 bytes, or the last one does not end")
    endif()
    math(EXPR length "${last} + 1")
    string(SUBSTRING "${rest}" 0 ${length} piece)
    string(SUBSTRING "${rest}" ${length} -1 rest)
    string(APPEND pieces "    text += R\"carried(${piece})carried\";\n")
  endwhile()
  set(${out} "${pieces}" PARENT_SCOPE)
endfunction()
